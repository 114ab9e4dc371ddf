import { useText } from '../../locales/use-text.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './remembered-columns.module.css';
import { useColumnMemory } from './use-column-memory.ts';

/** The columns that somebody mapped by hand and that the next upload takes over; nothing without any. */
export function RememberedColumns() {
  const text = useText().imports;
  const memory = useColumnMemory();
  if (memory.kept.length === 0) return null;
  return (
    <Section
      title={text.rememberedColumns}
      note={text.rememberedColumnsNote}
      extra={<TextButton onClick={memory.forgetAll}>{text.forgetAll}</TextButton>}
    >
      <ul className={styles.list}>
        {memory.kept.map(({ kind, heading, label }) => (
          <li key={`${kind} ${heading}`} className={styles.line}>
            <span className={styles.kind}>{text.kinds[kind]}</span>
            <span>{text.rememberedAs(heading, label ?? text.notImported)}</span>
            <TextButton
              aria-label={text.forgetColumn(heading)}
              onClick={() => memory.forget(kind, heading)}
            >
              {text.forget}
            </TextButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
