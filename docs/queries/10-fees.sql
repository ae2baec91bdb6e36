-- 2021 年版：行政事业性收费（万元）最高的机关
-- 2021 form: the bodies that took the most fees, in ten thousand yuan
SELECT number.body, number.year, cell.exact AS amount, cell.unit
FROM number JOIN cell ON cell.report_id = number.report_id AND cell."table" = number."table"
  AND cell."row" = number."row" AND cell."column" = number."column"
WHERE number."table" = 'article20' AND number."row" = 'fees' AND number."column" = 'amount' AND number.value IS NOT NULL
ORDER BY number.value DESC, number.body, number.year DESC
LIMIT 20;
