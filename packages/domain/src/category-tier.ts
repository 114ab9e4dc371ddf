import type { Category } from '@xuanpai/contracts/values';

/** Section-level and young cadres are the district tier's, the others the townships': 二（三）. */
export function tierOfCategory(category: Category): 'district' | 'township' {
  switch (category) {
    case 'sectionCadre':
    case 'youngCadre':
      return 'district';
    case 'leadingBody':
    case 'officeCadre':
      return 'township';
  }
}
