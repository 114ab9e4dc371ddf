import { useQueryClient } from '@tanstack/react-query';
import { createUser, type User, updateUser } from '@xuanpai/contracts/users';
import { Form } from 'antd';
import { call } from '../../lib/api.ts';
import { useEditAct } from '../../lib/edit-act.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useUser } from '../../lib/session.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { userQuery, usersKey } from './queries.ts';
import { UserForm } from './user-form.tsx';
import { newUserBody, type UserValues, userChanges, valuesOf } from './user-values.ts';

interface NewUserPanelProps {
  onClose: () => void;
}

/** No draft is kept of this form: it holds a password. */
export function NewUserPanel({ onClose }: NewUserPanelProps) {
  const text = useText().users;
  const client = useQueryClient();
  const [form] = Form.useForm<UserValues>();
  const act = useFormAct(form, {
    send: (values: UserValues) => call(createUser, { body: newUserBody(values) }),
    onDone: async (user) => {
      showDone(text.added(user.name));
      await client.invalidateQueries({ queryKey: usersKey });
      onClose();
    },
  });
  return (
    <SidePanel title={text.addTitle} onClose={onClose}>
      <UserForm isNew form={form} initial={{ roles: [{}] }} act={act} submit={text.saveNew} />
    </SidePanel>
  );
}

interface EditUserPanelProps {
  user: User;
  onClose: () => void;
}

/** Changes a user as it was when the panel opened; a newer version is shown and taken on request. */
export function EditUserPanel({ user, onClose }: EditUserPanelProps) {
  const text = useText().users;
  const client = useQueryClient();
  const own = useUser().id === user.id;
  const [form] = Form.useForm<UserValues>();
  const { base, act, onUseCurrent } = useEditAct(user, form, {
    send: (values: UserValues, base) =>
      call(updateUser, { params: { id: base.id }, body: userChanges(values, base) }),
    onDone: async (saved) => {
      showDone(text.saved(saved.name));
      await client.invalidateQueries({ queryKey: usersKey });
      onClose();
    },
    newest: () => client.fetchQuery({ ...userQuery(user.id), staleTime: 0 }),
    fill(current) {
      form.setFieldsValue(valuesOf(current));
    },
  });
  return (
    <SidePanel title={text.editTitle(base.name)} note={base.username} onClose={onClose}>
      <UserForm
        isNew={false}
        isOwn={own}
        form={form}
        initial={valuesOf(base)}
        act={act}
        submit={text.saveEdit}
        onUseCurrent={onUseCurrent}
      />
    </SidePanel>
  );
}
