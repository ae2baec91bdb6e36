// Output: the parts of a page → a whole HTML document that needs nothing from outside and lets nothing in.
import Audit

/// The frame of every page: the policy that forbids all but the page's own style, script and pictures.
struct HTMLDocument {
  var language: Language
  var title: Localized

  /// The document around `body`.
  func markup(_ body: (inout Markup) -> Void) -> [UInt8] {
    var page = Markup()
    page.raw("<!DOCTYPE html>\n<html")
    page.attribute("lang", language == .zh ? "zh-CN" : "en")
    page.raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    page.attribute(
      "content",
      "default-src 'none'; img-src data:; style-src '\(ContentHash.source(HTMLStyle.sheet))'; "
        + "script-src '\(ContentHash.source(HTMLScript.source))'; base-uri 'none'; form-action 'none'")
    page.raw(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
    page.raw("<meta name=\"generator\"")
    page.attribute("content", "\(Tool.name) \(Tool.version)")
    page.raw(">\n<link rel=\"icon\" href=\"data:,\">\n")
    page.element("title", title[language]) { $0.translations(title) }
    page.raw("\n<style>")
    page.own(HTMLStyle.sheet)
    page.raw("</style>\n</head>\n<body>\n<button type=\"button\" id=\"language\"")
    page.translations(both("English", "中文"))
    page.raw(" hidden>")
    page.text(language == .zh ? "English" : "中文")
    page.raw("</button>\n")
    body(&page)
    page.raw("<script>")
    page.own(HTMLScript.source)
    page.raw("</script>\n</body>\n</html>\n")
    return page.bytes
  }
}
