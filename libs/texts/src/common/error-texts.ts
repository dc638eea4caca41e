import type { ErrorCode } from '@wangge/contracts';
import type { SameKeys } from '../translate.js';

type Words = Record<`error.${ErrorCode | 'offline' | 'unknown'}`, string>;

/** Each sentence says what happened, what was kept and what to do. */
export const errorZh = {
  'error.request.invalid': '填写的内容有误，没有提交。内容仍在，请按提示改正后再试。',
  'error.request.too-large': '提交的内容太大，没有收下。内容仍在，请减少文字或照片后再试。',
  'error.request.unsupported-type': '服务器不接受这种格式，没有提交。请换用 JPEG、PNG 或 WebP 照片。',
  'error.session.missing': '尚未登录。请登录后继续，已填写的内容不会丢失。',
  'error.session.expired': '登录已过期。请重新登录后继续，已填写的内容不会丢失。',
  'error.session.invalid': '登录已失效，可能已在别处退出或账号被停用。请重新登录。',
  'error.session.wrong-credentials': '账号或密码不对。请检查大小写后再试；连续输错会暂时锁定。',
  'error.account.locked': '连续输错密码，账号已暂时锁定。请稍后再试，或联系安全管理员。',
  'error.permission.denied': '您的岗位没有这项权限，没有做任何改动。如需办理，请联系值班长。',
  'error.not-found': '找不到这条记录，或者它不在您的辖区内。请核对编号。',
  'error.rate.limited': '操作太频繁，这一次没有提交。内容仍在，请稍等一分钟再试。',
  'error.server.busy': '服务器正忙，这一次没有提交。内容仍在，请稍后再试。',
  'error.server.failed': '服务器出了故障，这一次没有办成。内容仍在，请稍后再试；若仍不行，请告知管理员。',
  'error.record.stale': '刚才有人办理了这一件，您的这一步没有生效。已为您载入最新情况，填写的内容仍在，请核对后再办。',
  'error.command.reused': '这一步已提交过，但内容不同，这次没有生效。请返回查看最新情况。',
  'error.grid.outside-district': '这个位置不在辖区内，没有提交。内容仍在，请在地图上重新点选。',
  'error.grid.swapped-coordinates': '经度和纬度似乎写反了，没有提交。内容仍在，请对调后再试。',
  'error.grid.too-many-vertices': '图形的折点超过 5000 个，没有提交。请简化边界后再试。',
  'error.grid.not-one-community': '一次只能调整同一社区（村）内的单元网格，没有提交。请重新选择网格。',
  'error.grid.serials-used-up': '这个社区的网格编号已用完（停用的编号不再使用），没有提交。请联系系统管理员。',
  'error.grid.topology': '画出的边界有问题，没有提交。图形仍在，请按提示修改后再试。',
  'error.grid.change-date': '生效日期须为今天或今后两年内的某一天，没有提交。请重新选择日期。',
  'error.grid.change-pending': '其中有网格已列入另一项待生效的调整，没有提交。请先撤销那一项，或等它生效。',
  'error.grid.change-over': '这项调整已经生效或撤销，不能再撤销。请刷新查看最新情况。',
  'error.class.unknown': '没有这个类别，没有提交。内容仍在，请重新选择类别。',
  'error.class.retired': '这个类别已停用，没有提交。内容仍在，请选择新的类别。',
  'error.condition.unknown': '没有这个立案条件，没有立案。请重新选择。',
  'error.condition.other-class': '所选立案条件不属于这个类别，没有立案。请先选类别，再选条件。',
  'error.standard.draft-exists': '这本标准已有一份草稿，没有另起。请接着改那一份，或先作废它。',
  'error.standard.not-draft': '这一版已经发布或作废，没有改动。请另起一份草稿。',
  'error.standard.in-force': '这一版已经生效，不能撤销。请另起一份草稿，改好后发布。',
  'error.standard.has-faults': '还有没改正的问题，没有发布。请按问题清单逐条改正。',
  'error.standard.effective-on': '生效日期不能早于今天，且须晚于已发布的各版，没有发布。请另选日期。',
  'error.standard.unchanged': '和上一版没有差别，没有发布。',
  'error.standard.row-unknown': '没有这一行，没有改动。请刷新后再改。',
  'error.standard.too-many-rows': '超过 5000 行，没有收下。请删减后再试。',
  'error.department.unknown': '没有这个部门，没有办成。请重新选择部门。',
  'error.department.has-open-cases': '这个部门手上还有未结案件或未完成的协办，没有撤销。请先改派或办结。',
  'error.event.action-unavailable': '这一件当前不能办这一步，可能已有人办过。没有做任何改动，请查看最新状态。',
  'error.event.photos-missing': '还有照片没有传完，这一步没有生效。请等照片传完后再办。',
  'error.event.same-person': '核查人不能是处置人，没有派出。请换一位网格员。',
  'error.event.merge-target': '不能并入所选的这一件：它已结束、就是本件，或相距超过 500 米。没有并案，请另选一件。',
  'error.event.no-checker': '附近没有可派的网格员，没有派出。请指定一位网格员，或稍后再试。',
  'error.event.until-invalid': '挂账日期须在今后一年以内，没有挂账。请重新选择日期。',
  'error.event.returned-too-often': '这一件已回退两次，不能再退，也不能再派。须由受理台或值班长裁定承办部门。',
  'error.event.no-desk': '那一级没有可以接着办的受理台，没有移交。请由本级办理。',
  'error.event.reason-needed': '这一步须说明理由，没有生效。内容仍在，请填写说明。',
  'error.event.extension-overdue': '已过截止时间，不能再延期，没有做任何改动。如对超期有异议，可在结案后申诉。',
  'error.event.extended-too-often': '这一件已延期两次，不能再延。请按现有时限办理。',
  'error.event.reply-by-invalid': '答复期限须在今后 30 天以内，没有督办。请重新选择时间。',
  'error.event.assist-department': '所选部门就是承办部门，或已在协办，没有吹哨。请另选部门。',
  'error.event.assists-open': '还有协办部门没有反馈结果，不能办结。请等反馈，或撤回吹哨、报请裁定。',
  'error.event.appeal-late': '结案已超过 7 天，不能再申诉。没有做任何改动。',
  'error.event.not-late': '这一件没有超期，无须申诉。没有做任何改动。',
  'error.event.reopen-late': '结案已超过 7 天，不能重新处置。如问题仍在，请另行上报。',
  'error.event.archive-early': '结案未满 7 天或申诉未决，还不能归档。请到期后再办。',
  'error.file.not-declared': '文件与提交的内容对不上，没有收下。请重新选择后提交。',
  'error.file.not-an-image': '这个文件不是照片，没有收下。请选择 JPEG、PNG 或 WebP 照片。',
  'error.file.too-many-pixels': '照片尺寸太大，没有收下。请用较小的分辨率重拍或缩小后再传。',
  'error.file.too-large': '文件超过 25 MB，没有收下。请缩小后再传。',
  'error.file.hash-mismatch': '文件在传送中损坏，没有收下。原文件仍在，请重新上传。',
  'error.file.incomplete': '文件还没有传完。已传的部分保留着，请继续上传。',
  'error.account.username-taken': '这个账号名已被使用，没有创建。请换一个。',
  'error.account.roles-conflict': '系统、安全、审计管理员不能兼任，也不能兼业务岗位，没有保存。请调整岗位。',
  'error.account.self': '不能停用自己的账号，没有做任何改动。请由另一位安全管理员操作。',
  'error.password.weak': '密码太简单，没有保存。请至少 10 位，并包含大小写字母、数字、符号中的三种。',
  'error.offline': '没有连上服务器，还不知道这一步是否办成。内容仍在，请检查网络后重试，不会重复提交。',
  'error.register.name-taken': '本区县已有这个标识的登记库，没有保存。请换一个标识。',
  'error.register.stale': '刚才有人改过这个登记库的定义，您的改动没有保存。内容仍在，请载入最新定义，核对后再存。',
  'error.register.changed': '这个登记库的字段刚刚更新，没有保存。内容仍在，请刷新页面后再存。',
  'error.register.closed': '这个登记库已停用，只能查阅，没有保存。',
  'error.register.has-records': '这个登记库里有过记录，不能删除。可以停用，记录仍可查阅。',
  'error.register.referenced': '别的登记库关联着这个登记库，不能删除。',
  'error.register.unpublished': '这个登记库还没有发布，不能停用。不要的话可以直接删除。',
  'error.register.unchanged': '草稿与已发布的版本相同，没有需要发布的改动。',
  'error.register.definition-invalid': '定义还有问题，没有发布。草稿仍在，请按提示改正。',
  'error.record.invalid': '有几项填得不对，没有保存。内容仍在，请按提示改正。',
  'error.record.duplicate': '库里已有同样的记录，没有保存。请先查找，再更新原来的那条。',
  'error.record.referenced': '还有别的记录连着它，没有移出。请先处理那些记录。',
  'error.record.action-unavailable': '记录已到别的状态，这一步现在不能办。请刷新后再看。',
  'error.record.same': '这就是同一条记录，不能与自己合并。',
  'error.merge.undone': '这次合并已经撤销，或保留的那条后来又并入了别的记录，没有改动。请刷新后再看。',
  'error.tag.already-there': '已有这个标签，没有重复添加。如仍属实，请在原标签上续期。',
  'error.tag.ended': '这个标签已经解除，没有改动。如重新认定，请另行添加。',
  'error.move.asked-already': '这条记录已在等待对方接收，没有再申请。可先撤回原来的申请。',
  'error.move.decided': '这项申请已经办理过了，没有改动。请刷新后再看。',
  'error.move.nowhere': '不能迁到那里，没有改动。请选择对方辖区内在用的单元网格。',
  'error.merge.too-late': '合并已超过 30 天，不能再撤销，没有改动。如需更正，请直接修改记录。',
  'error.collection.too-large': '超过 2 万行，没有下发。请缩小范围或增加条件。',
  'error.collection.empty': '没有符合条件的记录，没有下发。请放宽条件。',
  'error.collection.over': '这张表已经办结或撤回，没有收下。填到登记库里的内容请在登记库中修改。',
  'error.export.too-large': '超过 20 万行，没有导出。请缩小范围或增加条件。',
  'error.export.not-waiting': '这份导出已有人处理，或已过期，没有改动。请查看最新情况。',
  'error.export.not-ready': '这份导出现在不能下载：尚未批准、次数用完或已过期。如有需要，请重新申请。',
  'error.attachment.too-many': '这条记录的附件已达上限，没有收下。请先移除不用的附件。',
  'error.attachment.kind-unknown': '这个登记库没有这类附件，没有收下。请重新选择附件类型。',
  'error.attachment.not-as-declared': '文件内容与它的类型不符，没有收下。请选择照片、PDF、OFD 或 Word、Excel、PowerPoint 新格式文件。',
  'error.attachment.macros': '文件里带有宏程序，没有收下。请另存为不带宏的格式后再传。',
  'error.attachment.sealed': '这份附件涉及个人信息，须说明理由后查看。',
  'error.reveal.budget-spent': '今天查看完整信息的次数已用完。确有需要，请明天再看或报请主管。',
  'error.retention.out-of-bounds': '保存天数不在这条规则允许的范围内。',
  'error.import.not-a-workbook': '打不开这个文件，没有导入。请用 Excel、WPS 或 LibreOffice 打开它，另存为 .xlsx 后再传。',
  'error.import.old-format': '这是旧版 .xls 文件，或者设了打开密码，没有导入。请去掉密码，另存为 .xlsx 后再传。',
  'error.import.macros': '文件里有宏，没有导入。请另存为不带宏的 .xlsx 后再传。',
  'error.import.too-large': '文件展开后太大，或工作表太多，没有导入。请只保留要导入的工作表，再传一次。',
  'error.import.too-many-rows': '行数太多，没有导入。请把文件分成几份，分别导入。',
  'error.import.no-header': '没有找到表头，没有导入。请下载模板，把内容填在模板里再传。',
  'error.import.columns-twice': '表头里有重复的列，没有导入。请每一项只留一列，再传一次。',
  'error.import.empty': '表头下面没有内容，没有导入。请填写后再传。',
  'error.import.not-geojson': '这不是 GeoJSON 要素集，没有导入。请导出为 GeoJSON（UTF-8，FeatureCollection）后再传。',
  'error.import.foreign-crs': '文件用的不是经纬度坐标（WGS-84 或 CGCS2000），没有导入。请转换为 EPSG:4326 后再传。',
  'error.import.no-geometry': '这个登记库没有图形，不能导入 GeoJSON。请下载模板，用 Excel 导入。',
  'error.import.no-properties': '要素的属性里没有这个登记库的字段，没有导入。请把属性名改成字段的名称（见模板的表头）后再传。',
  'error.import.file-too-large': '文件超过 25 MB，没有收下。请把文件分成几份，分别导入。',
  'error.import.not-ready': '这次导入已经办过、取消，或还在核对，这一步没有生效。请查看它现在的进度。',
  'error.import.has-faults': '还有几行填得不对，没有入库。请改正后再传，或选择只导入正确的行。',
  'error.unknown': '出了意外的问题。内容仍在，请重试；若仍不行，请告知管理员。',
} as const satisfies Words;

export const errorEn: SameKeys<typeof errorZh> = {
  'error.request.invalid':
    'Something in the form is not right and nothing was sent. Your input is kept: please correct it as marked.',
  'error.request.too-large': 'This is too large and was not taken. Your input is kept: please send less text or fewer photos.',
  'error.request.unsupported-type':
    'The server does not take this format; nothing was sent. Please use JPEG, PNG or WebP photos.',
  'error.session.missing': 'You are not signed in. Please sign in to go on; your input is kept.',
  'error.session.expired': 'Your session has expired. Please sign in again; your input is kept.',
  'error.session.invalid': 'Your session has ended: it was closed elsewhere, or the account was disabled. Please sign in again.',
  'error.session.wrong-credentials':
    'Account or password is wrong. Mind upper and lower case; repeated failures lock the account for a while.',
  'error.account.locked':
    'Too many wrong passwords: the account is locked for a while. Please try later or ask the security administrator.',
  'error.permission.denied': 'Your role may not do this; nothing was changed. Please ask the supervisor.',
  'error.not-found': 'There is no such record, or it lies outside your area. Please check the number.',
  'error.rate.limited': 'Too many requests; this one was not sent. Your input is kept: please wait a minute.',
  'error.server.busy': 'The server is busy; this was not sent. Your input is kept: please try again shortly.',
  'error.server.failed':
    'The server failed and this was not done. Your input is kept: please try again, and tell the administrator if it stays so.',
  'error.record.stale':
    'Somebody else has just acted on this event, so your step did not take effect. The latest state is loaded and your input is kept: please look again.',
  'error.command.reused':
    'This step was sent before with other content, so it did not take effect. Please look at the latest state.',
  'error.grid.outside-district':
    'This spot is outside the district; nothing was sent. Your input is kept: please choose a spot on the map.',
  'error.grid.swapped-coordinates':
    'Longitude and latitude seem to be swapped; nothing was sent. Your input is kept: please exchange them.',
  'error.grid.too-many-vertices':
    'The drawing has more than 5,000 vertices and was not taken. Please simplify the border and try again.',
  'error.grid.not-one-community':
    'A change concerns the unit grids of one community only; nothing was sent. Please choose the grids again.',
  'error.grid.serials-used-up':
    'This community has no grid number left (retired ones are never used again); nothing was sent. Please ask the system administrator.',
  'error.grid.topology':
    'Something is wrong with the border and nothing was sent. Your drawing is kept: please correct it as described.',
  'error.grid.change-date': 'The day must be today or within the next two years; nothing was sent. Please choose another day.',
  'error.grid.change-pending':
    'One of these grids is part of another planned change; nothing was sent. Please undo that one or wait until it has taken effect.',
  'error.grid.change-over':
    'This change has taken effect or been undone and cannot be undone any more. Please reload to see how it stands.',
  'error.class.unknown': 'There is no such class; nothing was sent. Your input is kept: please choose another.',
  'error.class.retired': 'This class is retired; nothing was sent. Your input is kept: please choose a current one.',
  'error.condition.unknown': 'There is no such filing condition; the event was not filed. Please choose again.',
  'error.condition.other-class':
    'This filing condition belongs to another class; the event was not filed. Choose the class first, then the condition.',
  'error.standard.draft-exists': 'This book has a draft already; none was begun. Go on with that one, or give it up first.',
  'error.standard.not-draft': 'This edition is published or given up; nothing was changed. Please begin a new draft.',
  'error.standard.in-force': 'This edition is already worked by and cannot be taken back. Begin a draft and publish it instead.',
  'error.standard.has-faults': 'There are still problems to mend; nothing was published. Please go through the list of problems.',
  'error.standard.effective-on':
    'The first day must not be before today and must be later than that of every published edition; nothing was published.',
  'error.standard.unchanged': 'Nothing is otherwise than in the edition before; nothing was published.',
  'error.standard.row-unknown': 'There is no such row; nothing was changed. Please reload and try again.',
  'error.standard.too-many-rows': 'There are more than 5,000 rows; nothing was taken. Please shorten the lists.',
  'error.department.unknown': 'There is no such department; nothing was done. Please choose again.',
  'error.department.has-open-cases':
    'This department still has open cases or calls to help, so it was not dissolved. Have them finished or given to another first.',
  'error.event.action-unavailable':
    'This step is not possible now; somebody may have taken it already. Nothing was changed: please look at the latest state.',
  'error.event.photos-missing':
    'Some photos have not arrived yet, so the step did not take effect. Please wait for them and try again.',
  'error.event.same-person': 'The checker must not be the handler; nobody was sent. Please choose another grid worker.',
  'error.event.merge-target':
    'It cannot be merged into that event: it has ended, is this very one, or lies more than 500 m away. Nothing was merged: please choose another.',
  'error.event.no-checker': 'No grid worker nearby can be sent; nobody was. Please name one, or try again later.',
  'error.event.until-invalid':
    'The date must lie within a year from now; the event was not suspended. Please choose another date.',
  'error.event.returned-too-often':
    'It was returned twice already: it can neither be returned nor dispatched again. The desk decides who has to take it.',
  'error.event.no-desk':
    'Nobody at that level can go on with it, so it was not passed on. Please see to it here.',
  'error.event.reason-needed': 'This step needs a reason and did not take effect. Your input is kept: please say why.',
  'error.event.extension-overdue':
    'The deadline has passed, so it cannot be extended; nothing was changed. You may appeal once it is closed.',
  'error.event.extended-too-often':
    'It was extended twice already and cannot be extended again. Please keep to the present deadline.',
  'error.event.reply-by-invalid':
    'The reply has to be due within 30 days from now; nothing was done. Please choose another time.',
  'error.event.assist-department':
    'One of these departments leads the case or is already called; nobody was called. Please choose others.',
  'error.event.assists-open':
    'Departments that were called have not reported yet, so it cannot be finished. Wait for them, call them off, or ask for a decision.',
  'error.event.appeal-late':
    'It was closed more than 7 days ago and can no longer be appealed; nothing was changed.',
  'error.event.not-late': 'It did not miss its deadline, so there is nothing to appeal; nothing was changed.',
  'error.event.reopen-late':
    'It was closed more than 7 days ago and cannot be reopened. If the problem is still there, please report it anew.',
  'error.event.archive-early':
    'It was closed less than 7 days ago, or an appeal is open, so it cannot be filed away yet.',
  'error.file.not-declared': 'This file does not belong to what was sent and was not taken. Please choose it again and submit.',
  'error.file.not-an-image': 'This file is no photo and was not taken. Please choose a JPEG, PNG or WebP photo.',
  'error.file.too-many-pixels': 'The photo has too many pixels and was not taken. Please use a smaller resolution.',
  'error.file.too-large': 'The file is larger than 25 MB and was not taken. Please make it smaller.',
  'error.file.hash-mismatch': 'The file was damaged on the way and not taken. Yours is kept: please upload it again.',
  'error.file.incomplete': 'The file has not fully arrived. What arrived is kept: please go on.',
  'error.account.username-taken': 'This account name is taken; nothing was created. Please choose another.',
  'error.account.roles-conflict':
    'System, security and audit administrators exclude each other and every business role; nothing was saved. Please change the roles.',
  'error.account.self': 'You cannot disable your own account; nothing was changed. Another security administrator has to do it.',
  'error.password.weak':
    'The password is too simple; nothing was saved. Use at least 10 characters of three kinds: upper case, lower case, digits, signs.',
  'error.offline':
    'The server could not be reached, so it is unknown whether this step was taken. Your input is kept: check the network and try again, it will not be done twice.',
  'error.register.name-taken': 'The district has a register of this name already; nothing was saved. Please choose another name.',
  'error.register.stale':
    'Somebody has just changed this definition; yours was not saved. Your input is kept: load the newest, check, and save again.',
  'error.register.changed':
    'The fields of this register have just been updated; nothing was saved. Your input is kept: reload the page and save again.',
  'error.register.closed': 'This register is closed: it can be read, nothing was saved.',
  'error.register.has-records': 'This register has held records and cannot be removed. It can be closed; its records stay.',
  'error.register.referenced': 'Another register points into this one; it cannot be removed.',
  'error.register.unpublished': 'This register was never published, so it cannot be closed. It can simply be removed.',
  'error.register.unchanged': 'The draft is what is published already; there is nothing to publish.',
  'error.register.definition-invalid': 'The definition has faults and was not published. The draft is kept: please correct what is marked.',
  'error.record.invalid': 'Some fields are wrong; nothing was saved. Your input is kept: please correct what is marked.',
  'error.record.duplicate': 'The register has such a record already; nothing was saved. Please find that one and update it.',
  'error.record.referenced': 'Other records still point at it; it was not taken out. Please see to those first.',
  'error.record.action-unavailable': 'The record is in another state by now; this step is not open. Please look again.',
  'error.record.same': 'This is one and the same record: it cannot be merged with itself.',
  'error.merge.undone':
    'This merge has been undone already, or the record that stayed went into another one since; nothing was changed. Please reload.',
  'error.tag.already-there': 'The record has this tag already, so none was added. If it still holds, please confirm that one anew.',
  'error.tag.ended': 'This tag was ended; nothing was changed. If it holds again, please add it anew.',
  'error.move.asked-already': 'The other side has not yet answered an earlier request; no other was made. You can withdraw it first.',
  'error.move.decided': 'This request has been decided already; nothing was changed. Please reload.',
  'error.move.nowhere': 'It cannot move there; nothing was changed. Please choose a unit grid in use in the area that takes it.',
  'error.merge.too-late': 'The merge is more than 30 days old and can no longer be undone; nothing was changed. Please correct the record itself.',
  'error.collection.too-large': 'More than 20,000 rows: nothing was sent out. Please narrow it down.',
  'error.collection.empty': 'No record fits: nothing was sent out. Please widen the filter.',
  'error.collection.over': 'This table is closed or was withdrawn; nothing was taken. What belongs into a register can be changed there.',
  'error.export.too-large': 'More than 200,000 rows: nothing was exported. Please narrow it down.',
  'error.export.not-waiting': 'Somebody has dealt with this export, or it has expired. Nothing was changed: please look again.',
  'error.export.not-ready': 'This export cannot be downloaded now: not approved, no downloads left, or expired. Please ask again if needed.',
  'error.attachment.too-many': 'This record has as many attachments as it may have; the file was not taken. Please take off one first.',
  'error.attachment.kind-unknown': 'This register has no such kind of attachment; the file was not taken. Please choose the kind again.',
  'error.attachment.not-as-declared': 'The content is not what the file says it is and was not taken. Please choose a picture, PDF, OFD, or a Word, Excel or PowerPoint file of the new formats.',
  'error.attachment.macros': 'The file holds a program (macros) and was not taken. Please save it without macros.',
  'error.attachment.sealed': 'This attachment is personal: it is opened with a reason only.',
  'error.reveal.budget-spent': 'Today’s budget of looking at full values is spent. Please try tomorrow, or ask your supervisor.',
  'error.retention.out-of-bounds': 'That is outside the days this rule allows.',
  'error.import.not-a-workbook':
    'The file could not be opened; nothing was imported. Please open it in Excel, WPS or LibreOffice, save it as .xlsx and upload that.',
  'error.import.old-format':
    'This is an old .xls file, or one with a password; nothing was imported. Please remove the password, save it as .xlsx and upload that.',
  'error.import.macros':
    'The file contains macros; nothing was imported. Please save it as .xlsx without macros and upload that.',
  'error.import.too-large':
    'The file is too large when unpacked, or has too many sheets; nothing was imported. Please keep only the sheet to import.',
  'error.import.too-many-rows': 'There are too many rows; nothing was imported. Please split the file and import the parts.',
  'error.import.no-header':
    'No row with column titles was found; nothing was imported. Please download the template and fill it in.',
  'error.import.columns-twice':
    'A column is there twice; nothing was imported. Please keep one of each and upload the file again.',
  'error.import.empty':
    'There is nothing below the column titles; nothing was imported. Please fill in the file and upload it again.',
  'error.import.not-geojson':
    'This is no GeoJSON feature collection; nothing was imported. Please export it as GeoJSON (UTF-8, FeatureCollection).',
  'error.import.foreign-crs':
    'The file is not in longitude and latitude (WGS-84 or CGCS2000); nothing was imported. Please convert it to EPSG:4326.',
  'error.import.no-geometry':
    'This register keeps no shapes, so nothing was imported from GeoJSON. Please use the Excel template.',
  'error.import.no-properties':
    'No property of the features is a field of this register; nothing was imported. Please name them as the template’s columns.',
  'error.import.file-too-large': 'The file is larger than 25 MB and was not taken. Please split it and import the parts.',
  'error.import.not-ready':
    'This import is over, was given up, or is still being checked; nothing was done. Please look at where it stands.',
  'error.import.has-faults':
    'Some rows are wrong; nothing was stored. Please mend them and upload the file again, or import only the good rows.',
  'error.unknown':
    'Something unexpected went wrong. Your input is kept: please try again, and tell the administrator if it stays so.',
};
