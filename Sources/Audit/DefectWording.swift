// Audit: what kept an input from being read → words.
import DocumentModel
import Glibc

extension Defect {
  /// The whole sentence.
  var wording: Localized {
    switch self {
    case .refused(let code):
      let reason = Self.reason(code)
      return Localized(zh: "无法打开：\(reason.zh)", en: "Cannot be opened: \(reason.en)")
    case .folder(let code):
      let reason = Self.reason(code)
      return Localized(zh: "无法列出文件夹的内容：\(reason.zh)", en: "The folder cannot be listed: \(reason.en)")
    case .notAFile(let kind):
      let name = kind.wording
      return Localized(zh: "不是文件，而是\(name.zh)", en: "Not a file but \(name.en)")
    case .inputUsedUp:
      return Localized(zh: "标准输入只能读取一次，已经读过", en: "Standard input can be read once, and was read already")
    case .empty: return Localized(zh: "文件为空", en: "The file is empty")
    case .unknownFormat(let format):
      let name = format?.wording ?? Localized(zh: "类型不明", en: "unknown kind of file")
      return Localized(
        zh: "既不是 PDF，也不是 UTF-8、UTF-16 或 GB18030 文本：\(name.zh)",
        en: "Neither a PDF nor a text in UTF-8, UTF-16 or GB18030: \(name.en)")
    case .noPages: return Localized(zh: "PDF 中没有页面", en: "The PDF has no pages")
    case .page(let number):
      return Localized(zh: "PDF 已损坏：第 \(number) 页无法读取", en: "The PDF is damaged: page \(number) cannot be read")
    case .glyphs(let page):
      return Localized(
        zh: "PDF 已损坏：第 \(page) 页的字符与位置不相对应",
        en: "The PDF is damaged: characters and places on page \(page) do not match")
    case .content:
      return Localized(
        zh: "PDF 已损坏：页面内容或字体的字符映射无法完整解码，读数不可信；请重新取得该文件",
        en:
          "The PDF is damaged: the content of a page or a font's map to characters cannot be decoded to its end, so no reading can be trusted; get the file anew"
      )
    case .library(let message):
      return Localized(
        zh: "PDF 已损坏，无法解析（poppler：\(message)）", en: "The PDF is damaged and cannot be parsed (poppler: \(message))")
    case .copy(let code):
      let reason = Self.reason(code)
      return Localized(zh: "标注副本无法生成：\(reason.zh)", en: "The marked copy cannot be made: \(reason.en)")
    }
  }

  /// The operating system's reason.
  private static func reason(_ code: Int32) -> Localized {
    let en = String(cString: strerror(code))
    let zh =
      switch code {
      case ENOENT, ENOTDIR: "文件不存在"
      case EACCES, EPERM: "没有权限"
      case ELOOP: "链接形成循环"
      case ENAMETOOLONG: "路径过长"
      case EIO, ESTALE: "读取设备出错"
      case EMFILE, ENFILE: "打开的文件过多"
      case ENOMEM: "内存不足"
      case ENXIO, ENODEV: "没有这一设备"
      case EBADF: "没有打开"
      default: "系统错误 \(code)"
      }
    return Localized(zh: zh, en: en)
  }
}

extension FileKind {
  fileprivate var wording: Localized {
    switch self {
    case .folder: Localized(zh: "文件夹", en: "a folder")
    case .pipe: Localized(zh: "命名管道", en: "a named pipe")
    case .socket: Localized(zh: "套接字", en: "a socket")
    case .device: Localized(zh: "设备", en: "a device")
    case .other: Localized(zh: "特殊文件", en: "a special file")
    }
  }
}

extension FileFormat {
  fileprivate var wording: Localized {
    switch self {
    case .zip: Localized(zh: "ZIP 压缩文件（docx、xlsx、ofd 等）", en: "ZIP archive (docx, xlsx, ofd …)")
    case .png: Localized(zh: "PNG 图像", en: "PNG image")
    case .jpeg: Localized(zh: "JPEG 图像", en: "JPEG image")
    case .gif: Localized(zh: "GIF 图像", en: "GIF image")
    case .rar: Localized(zh: "RAR 压缩文件", en: "RAR archive")
    case .oldOffice: Localized(zh: "旧版 Word 或 Excel 文件", en: "old Word or Excel file")
    }
  }
}

extension Excess {
  /// Which limit, and by how much where that is the same each time.
  var wording: Localized {
    switch self {
    case .memory(let limit):
      Localized(zh: "内存超过限额 \(limit) MiB", en: "Over the memory limit of \(limit) MiB")
    case .fileSize(let size, let limit):
      Localized(zh: "文件有 \(size) MiB，限额为 \(limit) MiB", en: "The file has \(size) MiB, the limit is \(limit) MiB")
    case .pages(let count, let limit):
      Localized(zh: "共 \(count) 页，限额为 \(limit) 页", en: "\(count) pages, the limit is \(limit)")
    }
  }
}

extension WorkerEnd {
  /// The cause, without the sentence around it.
  var wording: Localized {
    switch self {
    case .signal(let name): Localized(zh: "信号 \(name)", en: name)
    case .exit(let status): Localized(zh: "退出码 \(status)", en: "exit status \(status)")
    case .brokenPipe: Localized(zh: "与主进程的联系中断", en: "it broke off the talk")
    }
  }
}
