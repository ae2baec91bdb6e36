<?php
// Web pages → PDFs by TCPDF, in a font that is not embedded. Takes a list of jobs (JSON).
require '/usr/share/php/tcpdf/tcpdf.php';
error_reporting(E_ERROR);
foreach (json_decode(file_get_contents($argv[1]), true) as $job) {
    $pdf = new TCPDF($job['landscape'] ? 'L' : 'P', 'mm', 'A4', true, 'UTF-8');
    $pdf->setPrintHeader(false);
    $pdf->setPrintFooter(false);
    $pdf->SetMargins(22, 25, 22);
    $pdf->SetAutoPageBreak(true, 25);
    $pdf->setFont('stsongstdlight', '', 12);
    $pdf->AddPage();
    $html = file_get_contents($job['html']);
    $html = preg_replace('/font-family:[^;"]*;?/', '', $html);
    $html = preg_replace('/<style>.*?<\/style>|<colgroup>.*?<\/colgroup>/s', '', $html);
    $pdf->writeHTML($html, true, false, true, false, '');
    $pdf->Output($job['pdf'], 'F');
}
