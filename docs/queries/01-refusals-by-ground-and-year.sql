-- 各年度各项不予公开理由占办理总数的比例
-- The share of every ground of refusal in all concluded applications, by year
SELECT refused.year, refused."row" AS ground, sum(refused.value) AS refused, sum(total.value) AS concluded,
  round(100.0 * sum(refused.value) / sum(total.value), 2) AS percent
FROM number AS refused
JOIN number AS total ON total.report_id = refused.report_id AND total."table" = refused."table"
  AND total."row" = 'total' AND total."column" = 'total'
WHERE refused."table" = 'applications' AND refused."row" LIKE 'denied.%' AND refused."column" = 'total'
GROUP BY refused.year, refused."row"
HAVING sum(refused.value) > 0
ORDER BY refused.year, refused DESC, ground;
