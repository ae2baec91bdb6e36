-- 各年度新收申请按申请人类别的分布
-- Who applied: new applications by kind of applicant and year
SELECT year, "column" AS applicant, sum(value) AS received
FROM number
WHERE "table" = 'applications' AND "row" = 'newReceived' AND "column" <> 'total'
GROUP BY year, "column"
ORDER BY year, received DESC, applicant;
