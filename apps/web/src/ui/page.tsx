import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useText } from '../locales/use-text.ts';
import type { Tone } from './mark.tsx';
import { Marked } from './marked.tsx';
import styles from './page.module.css';
import type { PageTab } from './page-tabs.tsx';
import { PageTabs } from './page-tabs.tsx';
import { useTabSlot } from './tab-slot.ts';

interface PageProps {
  /** The answer, in words and figures. The part between stars is coloured: `*9名不符合*`. */
  title: string;
  tone?: Tone;
  /** After the title on its line: a state badge. */
  badge?: ReactNode;
  /** One line below it. */
  note?: ReactNode;
  /** A second, smaller line: when it was reckoned. */
  small?: ReactNode;
  /** What blocks the primary act, each a link to the place to fix. */
  reason?: ReactNode;
  secondary?: ReactNode;
  primary?: ReactNode;
  /** Tabs in the bar above, where they depend on what is shown; fixed ones are in shell/navigation.ts. */
  tabs?: readonly PageTab[];
  /** Filters, below the answer and above the line. */
  filters?: ReactNode;
  /** `fill`: the body takes the height that is left and scrolls inside. `flow`: the page scrolls. */
  layout?: 'flow' | 'fill';
  /** A line between answer and body; a body that fills always has it. */
  lined?: boolean;
  /** The body is the paper itself: nothing else is printed. */
  paper?: boolean;
  /** Title of the browser's tab; the answer's own words unless given. */
  documentTitle?: string;
  children?: ReactNode;
}

/** A page: its answer first, one next step at the right, then the body. */
export function Page(props: PageProps) {
  const { title, tone = 'red', layout = 'flow' } = props;
  const appName = useText().shell.appName;
  const slot = useTabSlot();
  const paper = props.paper ? styles.paper : '';
  const plainTitle = props.documentTitle ?? title.replaceAll('*', '');
  useEffect(() => {
    document.title = `${plainTitle} · ${appName}`;
  }, [plainTitle, appName]);
  return (
    <div
      className={`${layout === 'fill' ? styles.fill : styles.flow} ${paper}`}
      {...(props.paper ? { 'data-paper': true } : {})}
    >
      {props.tabs && slot && createPortal(<PageTabs tabs={props.tabs} />, slot)}
      <header className={styles.answer}>
        <div className={styles.words}>
          <div className={styles.titleLine}>
            <h1 className={styles.title}>
              <Marked text={title} tone={tone} />
            </h1>
            {props.badge && <span className={styles.badge}>{props.badge}</span>}
          </div>
          {props.note && <p className={styles.note}>{props.note}</p>}
          {props.small && <p className={styles.small}>{props.small}</p>}
        </div>
        {(props.reason || props.secondary || props.primary) && (
          <div className={styles.acts}>
            {props.reason && <span className={styles.reason}>{props.reason}</span>}
            {props.secondary}
            {props.primary}
          </div>
        )}
      </header>
      {props.filters && <div className={styles.filters}>{props.filters}</div>}
      <div className={`${styles.body} ${props.lined ? styles.lined : ''}`}>{props.children}</div>
    </div>
  );
}
