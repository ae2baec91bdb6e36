// Extraction: the image dictionaries of a PDF → what is known of what they paint.
import CQpdf

extension QpdfFile {
  /// No picture has so few points: what they show is a colour.
  private static let spot = 16.0

  /// The dictionary of an image, by its name with its slash; nil where that is none.
  private func image(named name: String, in resources: Handle) -> Handle? {
    guard let image = key("/XObject", of: resources).flatMap({ key(name, of: $0) }),
      qpdf_oh_get_type_code(data, image) == ot_stream
    else { return nil }
    let dictionary = qpdf_oh_get_dict(data, image)
    return key("/Subtype", of: dictionary).flatMap(self.name) == "Image" ? dictionary : nil
  }

  /// True for an image all of which is painted, and not a mask.
  func isOpaqueImage(named name: String, in resources: Handle) -> Bool {
    guard let image = image(named: name, in: resources) else { return false }
    return ["/SMask", "/Mask", "/SMaskInData"].allSatisfy { key($0, of: image) == nil }
      && !(key("/ImageMask", of: image).map { qpdf_oh_get_bool_value(data, $0) != 0 } ?? false)
  }

  /// True for an image of a few points.
  func isSpot(named name: String, in resources: Handle) -> Bool {
    guard let image = image(named: name, in: resources), let width = key("/Width", of: image),
      let height = key("/Height", of: image)
    else { return false }
    return qpdf_oh_get_numeric_value(data, width) * qpdf_oh_get_numeric_value(data, height) <= Self.spot
  }
}
