import type { BookName } from '@wangge/contracts';
import { choices, label } from '../../registers/dictionaries/choices.js';
import type { Book, BookColumn, ColumnForm } from './definition.js';

const column = (
  name: string,
  form: ColumnForm,
  words: readonly [zh: string, en: string],
  hint: readonly [zh: string, en: string],
  more: Pick<BookColumn, 'required' | 'choices'> = {},
): BookColumn => ({ name, form, label: label(...words), hint: label(...hint), ...more });

const NEEDED = { required: true } as const;
const YES_NO = choices(['no', '否', 'No'], ['yes', '是', 'Yes']);
const ORIGINS = choices(['standard', '国标', 'Standard'], ['extension', '自定义', 'Extension']);
const DAY_KINDS = choices(['off', '休', 'Off'], ['worked', '班', 'Worked']);

const CLASS_HINT = ['五位代码，如 06010；开头的 0 不能丢', 'Five digits such as 06010, zeros included'] as const;
const PREFIX_HINT = ['五位小类或两位大类代码，如 06010 或 06', 'Five digits of a class or two of a major class'] as const;
const AREA_HINT = ['街道、社区或网格的编码或名称；不填为全区', 'Code or name of a street, community or grid; blank: the district'] as const;
const DEPARTMENT_HINT = ['部门名称，与“部门”页一致', 'The department’s name, as on the page of departments'] as const;

/** The books a district keeps. A further one needs its lists here, its rules in check-rules.ts, and its words. */
export const BOOKS = {
  filing: {
    name: 'filing',
    label: label('立案标准', 'Filing standards'),
    lists: [
      {
        name: 'classes',
        label: label('事项类别', 'Matter classes'),
        key: ['code'],
        columns: [
          column('code', 'class', ['类别代码', 'Class code'], CLASS_HINT, NEEDED),
          column('name', 'text', ['类别名称', 'Class name'], ['如 暴露垃圾', 'As the standard names it'], NEEDED),
          column('majorName', 'text', ['大类名称', 'Major class'], ['同一大类的名称须一致', 'The same for all of one major class'], NEEDED),
          column('alias2013', 'old-code', ['2013 版代码', '2013 code'], ['四位，可不填', 'Four digits; may be blank']),
          column('origin', 'choice', ['来源', 'Origin'], ['国标或自定义', 'Standard or extension'], { ...NEEDED, choices: ORIGINS }),
          column('retired', 'choice', ['停用', 'Retired'], ['停用的类别不再立新案，旧案仍显示', 'No new case; old ones still name it'], {
            choices: YES_NO,
          }),
        ],
      },
      {
        name: 'conditions',
        label: label('立案条件', 'Filing conditions'),
        key: ['id'],
        columns: [
          column('id', 'code', ['条件编号', 'Condition number'], ['字母、数字、短横线；同一编号只能出现一次', 'Letters, digits, hyphens; each once'], NEEDED),
          column('classCode', 'class', ['类别代码', 'Class code'], CLASS_HINT, NEEDED),
          column('filing', 'text', ['立案条件', 'Filing condition'], ['什么情况立案', 'When a case is filed'], NEEDED),
          column('closing', 'text', ['结案条件', 'Closing condition'], ['怎样算办好', 'When it may be closed'], NEEDED),
          column('limit', 'limit', ['处置时限', 'Limit'], ['如 4工作时、2紧急工作时、5工作日', 'e.g. 4工作时, 2紧急工作时, 5工作日'], NEEDED),
        ],
      },
    ],
  },
  calendar: {
    name: 'calendar',
    label: label('工作时间与节假日', 'Working hours and holidays'),
    lists: [
      {
        name: 'hours',
        label: label('工作时段', 'Working hours'),
        key: ['from'],
        columns: [
          column('from', 'time', ['开始', 'From'], ['如 08:00', 'e.g. 08:00'], NEEDED),
          column('to', 'time', ['结束', 'To'], ['如 12:00', 'e.g. 12:00'], NEEDED),
        ],
      },
      {
        name: 'days',
        label: label('节假日与调休', 'Holidays and make-up days'),
        key: ['day'],
        columns: [
          column('day', 'day', ['日期', 'Day'], ['如 2027-01-01', 'e.g. 2027-01-01'], NEEDED),
          column('kind', 'choice', ['休或班', 'Off or worked'], ['休：放假；班：周末上班', 'Off, or a weekend day that is worked'], {
            ...NEEDED,
            choices: DAY_KINDS,
          }),
          column('name', 'text', ['名称', 'Name'], ['如 元旦', 'The holiday it belongs to'], NEEDED),
        ],
      },
    ],
  },
  responsibility: {
    name: 'responsibility',
    label: label('权责清单', 'Responsibilities'),
    lists: [
      {
        name: 'responsibilities',
        label: label('权责清单', 'Responsibilities'),
        key: ['classCode', 'conditionId', 'area'],
        columns: [
          column('classCode', 'class-prefix', ['类别代码', 'Class code'], PREFIX_HINT, NEEDED),
          column('conditionId', 'code', ['条件编号', 'Condition number'], ['只管这一条立案条件时填', 'Only where it is about one condition']),
          column('area', 'area', ['区域', 'Area'], AREA_HINT),
          column('department', 'department', ['责任部门', 'Department'], DEPARTMENT_HINT, NEEDED),
          column('ground', 'text', ['依据', 'Ground'], ['法规、三定方案或文件名称', 'The law or paper it rests on'], NEEDED),
        ],
      },
    ],
  },
} as const satisfies Record<BookName, Book>;

export const bookOf = (name: BookName): Book => BOOKS[name];
