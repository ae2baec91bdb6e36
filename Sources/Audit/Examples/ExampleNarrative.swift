// Audit: two texts of some length with invented content, for the rules that compare texts.
import ReportModel
import Statute

/// Reports with a narrative long enough to be compared.
enum ExampleNarrative {
  /// A specimen on `year` with that narrative, whose numbers and name move from report to report.
  static func report(on year: Int, _ paragraphs: [String], by agency: String = Specimen.agency) -> Report {
    Specimen.report(on: year, by: agency).changing { report in
      report.sections[0].lines = Specimen.lines(
        paragraphs.map {
          $0.replacing("{年}", with: String(year)).replacing("{名}", with: agency).replacing(
            "{数}", with: String(year % 97))
        }, page: 1, from: 11)
      for row in report.tables[0].rows.indices {
        // Other numbers every year, so that only the text is the same.
        report.tables[0].rows[row].cells[0].cell = Cell(printing: String((year + agency.count) % 89 + row))
      }
    }
  }

  static let first = [
    "{年}年，{名}把政务公开作为转变作风、服务群众的重要抓手，围绕春耕备耕、秋粮收储、农机补贴等群众关心的事项，及时发布办事指南、补贴标准和资金拨付结果，让种粮农户在村口就能看明白、问清楚。",
    "（一）主动公开。全年发布各类信息{数}条，其中补贴公示{数}条、农技指导{数}条、市场行情{数}条；在十二个乡镇设立公开栏，由农技员每旬更换内容，并把容易看错的表格改成图示，配上方言讲解的短视频。",
    "（二）依申请公开。修订了申请受理流程图，明确登记、会商、答复、归档四个环节的责任人和时限，对涉及土地流转的申请实行先电话沟通、再书面答复，减少了因表述不清造成的补正。",
    "（三）政府信息管理。对历年发布的补贴政策逐件核对效力，标注现行、修改、废止三种状态，过期的操作规程统一移入历史库，避免农户照旧文件办事跑空路。",
    "（四）政府信息公开平台建设。把门户网站的惠农栏目与手机客户端打通，增加按地块查询补贴的功能，老年人可以凭身份证在服务窗口打印结果，窗口人员同步登记意见。",
    "（五）监督保障。请村务监督员和种粮大户组成体验组，每季度对照清单查找公开内容的差错，发现一处、改正一处、通报一处；落实工作考核、社会评议和责任追究制度，把体验组的评分计入年度考核。",
  ]

  static let second = [
    "{年}年，{名}以高标准农田建设为主线推进信息公开，工程招标、施工进度、验收结果和管护责任四类信息同步上网，让受益村社参与全过程监督。",
    "（一）主动公开。编制基层公开事项标准目录，细化到岗位和时限，全年公布项目信息{数}条，回应留言{数}条，组织开放日活动，邀请学生和记者走进种子实验室。",
    "（二）依申请公开。建立疑难申请会商制度，请法律顾问参加讨论并出具意见，答复书一律附上救济途径和联系电话，方便申请人咨询。",
    "（三）政府信息管理。新发公文在拟稿时就确定公开属性，不予公开的写明理由并由分管领导签字，年底抽查卷宗，对标注不准的科室提出整改建议。",
    "（四）政府信息公开平台建设。停更两个长期无人阅读的账号，把力量集中到一个账号上，统一栏目名称和更新频次，重要稿件由专人校对三遍。",
    "（五）监督保障。举办两期业务培训，采取案例教学和模拟答复相结合的方式；考核结果与科室评先挂钩，评议由服务对象打分，对推诿拖延的追究责任。",
  ]
}
