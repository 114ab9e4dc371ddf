import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import type { verifyDraw } from '@xuanpai/contracts/village-draws';
import { useText } from '../../locales/use-text.ts';
import styles from './draw.module.css';

type Order = ReplyOf<typeof verifyDraw>['order'];

/** The whole order as it was reckoned again, to be compared line by line. */
export function Verification({ order, holds }: { order: Order; holds: boolean }) {
  const text = useText().inspections;
  return (
    <section aria-label={text.verify}>
      <h3 className={styles.heading}>{text.verify}</h3>
      <p>{holds ? text.verified : text.notVerified}</p>
      <table className={styles.table} aria-label={text.verify}>
        <thead>
          <tr>
            <th scope="col" className={styles.number}>
              {text.order}
            </th>
            <th scope="col">{text.code}</th>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.digest}</th>
            <th scope="col" className={styles.number}>
              {text.isDrawn}
            </th>
          </tr>
        </thead>
        <tbody>
          {order.map(({ id, code, townshipName, name, digest, drawn }, at) => (
            <tr key={id}>
              <td className={styles.number}>{at + 1}</td>
              <td>{code}</td>
              <td>{townshipName + name}</td>
              <td className={styles.digest}>{digest}</td>
              <td className={styles.number}>{drawn ? '√' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
