import type { Sentence } from './import-change.js';

/** What an import did, and what the district has now. */
export interface ImportSummary {
  readonly district: { readonly code: string; readonly name: string };
  readonly streets: number;
  readonly communities: number;
  readonly grids: number;
  readonly workers: number;
  readonly created: number;
  readonly changed: number;
  readonly retired: number;
  readonly warnings: readonly Sentence[];
}

export function describeSummary(summary: ImportSummary): Sentence[] {
  const { district, streets, communities, grids, workers, created, changed, retired, warnings } = summary;
  const nothing = created + changed + retired === 0;
  return [
    {
      zh: `${district.name}（${district.code}）：${streets} 个街道（乡镇）、${communities} 个社区（村）、${grids} 个单元网格、${workers} 名网格员`,
      en: `${district.name} (${district.code}): ${streets} streets and towns, ${communities} communities and villages, ${grids} unit grids, ${workers} grid workers`,
    },
    nothing
      ? { zh: '没有变化', en: 'nothing has changed' }
      : {
          zh: `新增 ${created}，变更 ${changed}，停用 ${retired}`,
          en: `${created} created, ${changed} changed, ${retired} ended`,
        },
    ...warnings.map(({ zh, en }) => ({ zh: `注意：${zh}`, en: `Note: ${en}` })),
  ];
}
