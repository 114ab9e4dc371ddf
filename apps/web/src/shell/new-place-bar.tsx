import type { SignIn } from '@xuanpai/contracts/auth';
import { useState } from 'react';
import { formatClock } from '../lib/format.ts';
import { remember, remembered } from '../lib/remember.ts';
import { useUser } from '../lib/session.ts';
import { useText } from '../locales/use-text.ts';
import { paths } from '../paths.ts';
import { Link } from '../ui/link.tsx';
import { Mark } from '../ui/mark.tsx';
import { TextButton } from '../ui/text-button.tsx';
import styles from './read-only-bar.module.css';

const isNew = ({ newAddress, newDevice }: SignIn) => newAddress || newDevice;

/**
 * Says that this sign-in, or the one before it, came from where the person had not been before; until
 * it was read.
 */
export function NewPlaceBar() {
  const { account: text } = useText();
  const { current, previous } = useUser().signIn;
  const [read, setRead] = useState(() => remembered('newPlaceRead') === current.id);
  const stranger = previous && isNew(previous) ? previous : null;
  if (read || !(isNew(current) || stranger)) return null;
  const whatOf = (one: SignIn) => (one.newAddress ? text.newAddress : text.newDevice);
  function dismiss() {
    remember('newPlaceRead', current.id);
    setRead(true);
  }
  return (
    <div className={`${styles.bar} ${styles.ofScreen}`} role="status">
      <Mark shape="clock" tone="amber" />
      {isNew(current) && text.newPlace(whatOf(current), current.address)}
      {stranger
        ? text.strangerBefore(formatClock(stranger.createdAt), whatOf(stranger), stranger.address)
        : previous && text.lastBefore(formatClock(previous.createdAt), previous.address)}
      <Link to={paths.account}>{text.checkSessions}</Link>
      <TextButton onClick={dismiss}>{text.dismiss}</TextButton>
    </div>
  );
}
