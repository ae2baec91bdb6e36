-- 各年度行政复议纠错率（结果纠正 / 已审结）
-- The share of reviews that corrected the body, by year
SELECT year, sum(CASE "column" WHEN 'corrected' THEN value END) AS corrected,
  sum(CASE WHEN "column" IN ('upheld', 'corrected', 'other') THEN value END) AS decided,
  round(100.0 * sum(CASE "column" WHEN 'corrected' THEN value END)
    / nullif(sum(CASE WHEN "column" IN ('upheld', 'corrected', 'other') THEN value END), 0), 2) AS percent
FROM number
WHERE "table" = 'reviewAndLitigation' AND "row" = 'review'
GROUP BY year
ORDER BY year;
