-- 建议更正的单元格，一格一行
-- The corrections that are suggested, a cell a line
SELECT DISTINCT body.name AS body, report.year, suggestion."table", suggestion."row", suggestion."column",
  suggestion."from", suggestion."to", suggestion.confirmed_by_text
FROM suggestion JOIN report ON report.id = suggestion.report_id LEFT JOIN body ON body.id = report.body_id
ORDER BY body, report.year, suggestion."table", suggestion."row", suggestion."column";
