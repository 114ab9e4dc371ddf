import type { Assignment } from '@xuanpai/contracts/assignments';
import { postWords } from '@xuanpai/contracts/words';
import { word } from '../../locales/word.ts';
import type { Dictionary } from '../../locales/zh-cn.ts';
import { linkTo } from '../../paths.ts';
import { Link } from '../../ui/link.tsx';
import type { Column } from '../../ui/table-column.ts';
import styles from './assignments.module.css';
import { Telephone } from './telephone.tsx';

/** Village, who, number: what one looks for in a telephone list, in this order. */
export function telephoneColumns(text: Dictionary['assignments']): Column<Assignment>[] {
  return [
    {
      key: 'village',
      title: text.village,
      width: 150,
      phone: 'note',
      cell: ({ villageName, post }) => (
        <span className={post === 'deputySecretary' ? styles.second : undefined}>
          {villageName}
        </span>
      ),
    },
    {
      key: 'post',
      title: text.post,
      width: 90,
      phone: 'note',
      cell: ({ post }) => word(postWords[post]),
    },
    {
      key: 'name',
      title: text.name,
      width: 90,
      fixed: true,
      phone: 'title',
      cell: ({ cadreId, cadreName }) => <Link to={linkTo.cadre(cadreId)}>{cadreName}</Link>,
    },
    {
      key: 'phone',
      title: text.phone,
      width: 130,
      fixed: true,
      phone: 'side',
      cell: ({ phone }) => <Telephone number={phone} />,
    },
    {
      key: 'unit',
      title: text.unit,
      width: 150,
      phone: 'note',
      cell: ({ unitName }) => unitName,
    },
    { key: 'position', title: text.position, width: 160, cell: ({ position }) => position },
  ];
}
