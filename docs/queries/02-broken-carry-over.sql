-- 本年“上年结转”与上年“结转下年度”不一致的机关
-- Bodies whose carried-over applications are not what the year before carried forward
SELECT now.body, now.year, before.value AS carried_forward, now.value AS carried_over
FROM number AS now
JOIN number AS before ON before.body = now.body AND before.year = now.year - 1
WHERE now."table" = 'applications' AND now."row" = 'carriedOver' AND now."column" = 'total'
  AND before."table" = 'applications' AND before."row" = 'carriedForward' AND before."column" = 'total'
  AND now.value <> before.value
ORDER BY now.body, now.year;
