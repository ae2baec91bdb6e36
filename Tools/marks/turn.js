// Turns what is on the pages, and the pages back again with /Rotate, so that they look as they did.
//     mutool run turn.js IN.pdf OUT.pdf DEGREES
var document = new PDFDocument(scriptArgs[0]);
var degrees = Number(scriptArgs[2]);
for (var i = 0; i < document.countPages(); i++) {
  var page = document.findPage(i), box = page.get("MediaBox");
  var width = Number(box.get(2)), height = Number(box.get(3));
  var matrix = { 0: [1, 0, 0, 1, 0, 0], 90: [0, 1, -1, 0, height, 0], 180: [-1, 0, 0, -1, width, height],
    270: [0, -1, 1, 0, 0, width] }[degrees];
  var contents = document.newArray(), old = page.get("Contents");
  contents.push(document.addStream("q " + matrix.join(" ") + " cm\n", null));
  if (old.isArray()) { for (var k = 0; k < old.length; k++) { contents.push(old.get(k)); } } else { contents.push(old); }
  contents.push(document.addStream("\nQ\n", null));
  page.put("Contents", contents);
  page.put("Rotate", degrees);
  ["CropBox", "TrimBox", "BleedBox", "ArtBox"].forEach(function (name) { page.delete(name); });
  if (degrees % 180 !== 0) { page.put("MediaBox", [0, 0, height, width]); }
}
document.save(scriptArgs[1], "");
