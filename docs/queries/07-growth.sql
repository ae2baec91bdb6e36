-- 新收申请比上年增长最多的机关
-- Where new applications grew the most against the year before
SELECT now.body, now.year, before.value AS before, now.value AS now, now.value - before.value AS growth
FROM number AS now
JOIN number AS before ON before.body = now.body AND before.year = now.year - 1
  AND before."table" = now."table" AND before."row" = now."row" AND before."column" = now."column"
WHERE now."table" = 'applications' AND now."row" = 'newReceived' AND now."column" = 'total'
ORDER BY growth DESC, now.body
LIMIT 20;
