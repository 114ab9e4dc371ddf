import type { ReplyOf } from '@xuanpai/contracts/endpoint';
import { roleWords } from '@xuanpai/contracts/words';
import type { about } from '../../lib/auth-endpoints.ts';
import { useSignInText } from '../../locales/sign-in-text.ts';
import { word } from '../../locales/word.ts';
import styles from './demo-accounts.module.css';

interface DemoAccountsProps {
  accounts: ReplyOf<typeof about>['demoAccounts'];
  today: string;
  chosen: string;
  onChoose: (username: string) => void;
}

/** Who can be tried in the demo; a row fills in the user name. */
export function DemoAccounts({ accounts, today, chosen, onChoose }: DemoAccountsProps) {
  const text = useSignInText();
  const [year = '', month = '', day = ''] = today.split('-');
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 className={styles.title}>
        <span id="demo-accounts">{text.demo.title}</span>
        <span className={styles.note}>{text.demo.note}</span>
      </h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.username}>
              {text.demo.username}
            </th>
            <th scope="col" className={styles.name}>
              {text.demo.name}
            </th>
            <th scope="col" className={styles.role}>
              {text.demo.role}
            </th>
            <th scope="col" className={styles.scope}>
              {text.demo.scope}
            </th>
            <th scope="col" className={styles.does}>
              {text.demo.does}
            </th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr
              key={account.username}
              aria-current={account.username === chosen ? 'true' : undefined}
              onClick={() => onChoose(account.username)}
            >
              <td>
                <button
                  type="button"
                  className={styles.choose}
                  aria-label={text.demo.choose(account.username)}
                >
                  {account.username}
                </button>
              </td>
              <td>{account.name}</td>
              <td>{word(roleWords[account.role])}</td>
              <td className={styles.soft}>{account.scope}</td>
              <td className={styles.does}>{text.does[account.role]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.data}>
        {text.demo.data(year, String(Number(month)), String(Number(day)))}
      </p>
    </section>
  );
}
