import { describe, expect, test } from '@jest/globals';
import { CollectionDraft } from '@wangge/contracts';
import { registerForTests } from '../registers/register-for-tests';
import { choicesOf, faultOf, firstDraft, tableOf } from './table-draft';

const register = registerForTests();
const draft = { ...firstDraft(register), title: ' 冬季走访 ' };
const question = { key: 1, label: '取暖方式', kind: 'choice', choices: '集中供热、自烧煤' } as const;

describe('a table that is being made', () => {
  test('begins with the columns of the list', () => {
    expect([...draft.columns.keys()]).toEqual(register.fields.map(({ name }) => name));
    expect(faultOf(draft)).toBeUndefined();
  });

  test('says what it lacks', () => {
    expect(faultOf({ ...draft, title: 'x' })).toBe('title');
    expect(faultOf({ ...draft, columns: new Map() })).toBe('columns');
    expect(faultOf({ ...draft, questions: [{ ...question, choices: '只有一个' }] })).toBe('questions');
    expect(faultOf({ ...draft, questions: [question] })).toBeUndefined();
  });

  test('is sent as the contract has it, without what is half typed', () => {
    const sent = tableOf(register, { ...draft, filter: { usage: 'shop', q: ' ' }, questions: [question, { ...question, key: 2, label: '' }], dueOn: '' });
    expect(CollectionDraft.parse(sent)).toEqual(sent);
    expect(sent).toMatchObject({
      title: '冬季走访',
      filter: { usage: 'shop' },
      questions: [{ label: '取暖方式', kind: 'choice', choices: ['集中供热', '自烧煤'] }],
      dueOn: null,
    });
  });

  test('takes choices however they are parted, each once', () => {
    expect(choicesOf('甲、乙，丙\n乙;')).toEqual(['甲', '乙', '丙']);
  });
});
