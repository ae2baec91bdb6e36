import CPoppler
import CQpdf
func probe() -> Int { Int(gongkai_poppler_error_domain()) }
