-- 各规则的问题数与涉及报告数
-- How often every rule was broken, and in how many reports
SELECT rule.id, rule.title_zh, rule.title_en, finding.severity, count(*) AS findings,
  count(DISTINCT finding.report_id) AS reports
FROM finding JOIN rule ON rule.id = finding.rule
GROUP BY rule.id, finding.severity
ORDER BY findings DESC, rule.id;
