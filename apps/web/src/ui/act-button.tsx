import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useDay } from '../lib/day.ts';
import { useText } from '../locales/use-text.ts';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';

interface ActButtonProps {
  /** Names the act: 报送本月考勤, not 确定. */
  children: ReactNode;
  onClick?: () => void;
  kind?: 'primary' | 'secondary' | 'danger';
  /** Why it can't be done now: shown on hover and focus, and read out. */
  blocked?: string | null | undefined;
  busy?: boolean;
  icon?: IconName;
  /** For reading only, so another date doesn't block it. */
  reads?: boolean;
  submits?: boolean;
  size?: 'middle' | 'large' | 'small';
  /** Keys that do the same, in ARIA's spelling: `Control+Z`. */
  shortcut?: string;
}

/** A button that says why not: it stays in the tab order while blocked. */
export function ActButton(props: ActButtonProps) {
  const { children, onClick, kind = 'secondary', busy = false, icon, reads = false } = props;
  const { readOnly } = useDay();
  const text = useText();
  const reasonId = useId();
  const reason = props.blocked || (readOnly && !reads ? text.ui.readOnly : null);
  const button = (
    <Button
      type={kind === 'primary' ? 'primary' : 'default'}
      danger={kind === 'danger'}
      htmlType={props.submits && !reason ? 'submit' : 'button'}
      size={props.size ?? 'middle'}
      loading={busy}
      {...(icon ? { icon: <Icon name={icon} /> } : {})}
      {...(props.shortcut ? { 'aria-keyshortcuts': props.shortcut } : {})}
      {...(reason
        ? { 'aria-disabled': true, 'aria-describedby': reasonId, className: 'act-blocked' }
        : { onClick: () => onClick?.() })}
    >
      {children}
    </Button>
  );
  if (!reason) return button;
  return (
    <Tooltip title={reason} trigger={['hover', 'focus']}>
      <span>
        {button}
        <span id={reasonId} className="visually-hidden">
          {reason}
        </span>
      </span>
    </Tooltip>
  );
}
