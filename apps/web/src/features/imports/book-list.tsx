import { formatInstant } from '../../lib/format.ts';
import { useText } from '../../locales/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import styles from './book-list.module.css';
import type { Book } from './books.ts';
import { TemplateButton } from './template-button.tsx';

/** The five workbooks in their order, each with what it brings, whether it is in, and a blank one to fill in. */
export function BookList({ books }: { books: readonly Book[] }) {
  const text = useText().imports;
  return (
    <Section title={text.books}>
      <ol className={styles.books}>
        {books.map(({ key, kind, written }, index) => (
          <li key={key} className={styles.book}>
            <span className={styles.number}>{index + 1}</span>
            <span>
              <span className={styles.name}>{text.book[key]}</span>
              <span className={styles.brings}>{text.bookBrings[key]}</span>
              <span className={styles.state}>
                <StateBadge
                  quiet
                  state={written ? 'done' : 'notReported'}
                  word={
                    written
                      ? text.bookDone(
                          written.counts.rows,
                          formatInstant(written.committedAt ?? written.createdAt),
                        )
                      : text.bookOpen
                  }
                />
              </span>
            </span>
            <TemplateButton kind={kind} name={text.book[key]} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
