-- 错误最多的机关
-- The bodies with the most errors
SELECT body.name, count(*) AS errors, count(DISTINCT report.year) AS years
FROM finding JOIN report ON report.id = finding.report_id JOIN body ON body.id = report.body_id
WHERE finding.severity = 'error'
GROUP BY body.id
ORDER BY errors DESC, body.name
LIMIT 20;
