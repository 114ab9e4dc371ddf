import { useQuery } from '@tanstack/react-query';
import { roleWords } from '@xuanpai/contracts/words';
import { clashingRoles, heldFor } from '@xuanpai/domain/access';
import { Form } from 'antd';
import { useText } from '../../locales/use-text.ts';
import { word, wordOptions } from '../../locales/word.ts';
import { Icon } from '../../ui/icon.tsx';
import { Select } from '../../ui/select.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { scopesQuery } from './queries.ts';
import { TermFields } from './term-fields.tsx';
import type { GrantValues } from './user-values.ts';
import styles from './users.module.css';

/** The roles of a person: each with the township or unit that it is held for, and its term. */
export function GrantFields({ fixed }: { fixed: boolean }) {
  const text = useText().users;
  return (
    <Form.Item label={text.grants} extra={fixed ? text.ownRoles : text.termHint}>
      <Form.List name="roles">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={styles.held}>
                <div className={styles.grant}>
                  <RoleField at={name} fixed={fixed} />
                  <PlaceField at={name} fixed={fixed} />
                  {fields.length > 1 && !fixed && (
                    <span className={styles.remove}>
                      <TextButton
                        aria-label={text.removeGrant(name + 1)}
                        onClick={() => remove(name)}
                      >
                        <Icon name="close" size={14} />
                      </TextButton>
                    </span>
                  )}
                </div>
                <TermFields at={name} fixed={fixed} />
              </div>
            ))}
            {!fixed && <TextButton onClick={() => add({})}>{text.addGrant}</TextButton>}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}

interface FieldProps {
  /** Which of the roles. */
  at: number;
  fixed: boolean;
}

function RoleField({ at, fixed }: FieldProps) {
  const text = useText().users;
  const form = Form.useFormInstance<{ roles: GrantValues[] }>();
  return (
    <Form.Item
      name={[at, 'role']}
      validateTrigger="onChange"
      rules={[
        { required: true, message: text.missing },
        {
          validator: (_, role: GrantValues['role']) => {
            const held = form.getFieldValue('roles') as GrantValues[];
            const roles = held.flatMap((grant) => (grant?.role ? [grant.role] : []));
            return role && clashingRoles(roles).includes(role)
              ? Promise.reject(new Error(text.standsAlone(word(roleWords[role]))))
              : Promise.resolve();
          },
        },
      ]}
    >
      <Select
        aria-label={text.grantOf(at + 1)}
        placeholder={text.chooseRole}
        options={wordOptions(roleWords)}
        disabled={fixed}
      />
    </Form.Item>
  );
}

/** Shown where the role is held for something. */
function PlaceField({ at, fixed }: FieldProps) {
  const text = useText().users;
  const { data } = useQuery(scopesQuery);
  const role = Form.useWatch<GrantValues['role']>(['roles', at, 'role']);
  const place = role ? heldFor(role) : null;
  if (place === null) return null;
  const choices = (place === 'township' ? data?.townships : data?.units) ?? [];
  const words = place === 'township' ? text.chooseTownship : text.chooseUnit;
  return (
    <Form.Item
      name={[at, place === 'township' ? 'townshipId' : 'unitId']}
      validateTrigger="onChange"
      rules={[{ required: true, message: words }]}
    >
      <Select
        aria-label={`${text.grantOf(at + 1)} ${words}`}
        placeholder={words}
        options={choices.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        disabled={fixed}
      />
    </Form.Item>
  );
}
