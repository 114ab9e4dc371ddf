import type { ParamsOf } from '@xuanpai/contracts/endpoint';
import type { importTemplate } from '@xuanpai/contracts/import-templates';
import { cadreTemplate } from '@xuanpai/domain/imports/cadre-template';
import { regionTemplate } from '@xuanpai/domain/imports/region-template';
import type { TemplateColumn } from '@xuanpai/domain/imports/template-column';
import { unitTemplate } from '@xuanpai/domain/imports/unit-template';
import { villageTemplate } from '@xuanpai/domain/imports/village-template';

export type TemplateKind = ParamsOf<typeof importTemplate>['kind'];

/** The columns of a kind's blank workbook; the villages' amounts are those of the year before. */
export function templateColumns(kind: TemplateKind, today: string): readonly TemplateColumn[] {
  switch (kind) {
    case 'regions':
      return regionTemplate;
    case 'villages':
      return villageTemplate(Number(today.slice(0, 4)) - 1);
    case 'units':
      return unitTemplate;
    case 'cadres':
      return cadreTemplate;
  }
}
