-- 需要人工核对的单元格：未能确认的，以及其报告所在文件和页
-- Cells for a person to look at: those that could not be read, with file and page
SELECT file.path, cell."table", cell."row", cell."column", cell.text, cell.doubt, cell.page, cell.line
FROM cell JOIN file ON file.report_id = cell.report_id
WHERE cell.state = 'unread'
ORDER BY file.path, cell."table", cell."row", cell."column";
