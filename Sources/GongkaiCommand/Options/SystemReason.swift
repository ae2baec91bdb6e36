// GongkaiCommand: an error number of the system → why, in the language of errors.
import Glibc
import Gongkai

/// Why the system refused a path.
/// - Parameter isWriting: true where a file was to be made there; what is missing then is its folder.
func systemReason(_ code: Int32, isWriting: Bool = false) -> String {
  let zh: String? =
    switch code {
    case ENOENT: isWriting ? "所在的文件夹不存在" : "文件或文件夹不存在，请检查路径"
    case EACCES, EPERM: "没有权限"
    case ENOTDIR: "路径的上级不是文件夹"
    case EISDIR: "是文件夹，请给出文件名"
    case ENAMETOOLONG: "名称太长"
    case ENOSPC, EDQUOT: "磁盘空间不足"
    case EROFS: "文件系统只读"
    case ELOOP: "链接循环"
    default: nil
    }
  let en = String(cString: strerror(code))
  return say(zh ?? en, en)
}
