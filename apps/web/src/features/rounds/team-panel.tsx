import { useQueryClient } from '@tanstack/react-query';
import {
  createEvaluationTeam,
  type EvaluationTeam,
  type EvaluationTeams,
  removeEvaluationTeam,
  type TeamVillage,
  updateEvaluationTeam,
} from '@xuanpai/contracts/evaluation-teams';
import type { Round } from '@xuanpai/contracts/evaluations';
import { Form, Input } from 'antd';
import { call } from '../../lib/api.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { confirm } from '../../ui/confirm.tsx';
import { tallFormLayout } from '../../ui/form-layout.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { forgetEvaluations } from './queries.ts';
import styles from './rounds.module.css';

interface Values {
  name: string;
  memberIds: string[];
  villageIds: string[];
}

interface TeamPanelProps {
  round: Round;
  /** Null: a new one. */
  team: EvaluationTeam | null;
  teams: EvaluationTeams;
  onClose: () => void;
}

/** Who is in a team and which villages it has; a whole township can be added at once. */
export function TeamPanel({ round, team, teams, onClose }: TeamPanelProps) {
  const text = useText().rounds;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const done = async () => {
    await forgetEvaluations(client);
    showDone(text.teamSaved);
    onClose();
  };
  const sent = useFormAct(form, {
    send: (body: Values) =>
      team
        ? call(updateEvaluationTeam, {
            params: { id: team.id },
            body: { ...body, version: team.version },
          })
        : call(createEvaluationTeam, { params: { id: round.id }, body }),
    onDone: done,
  });
  const addTownship = (townshipId: string) => {
    const own = teams.unassigned.filter((village) => village.townshipId === townshipId);
    const known = form.getFieldValue('villageIds') ?? [];
    const ids = [...new Set<string>([...known, ...own.map(({ id }) => id)])];
    form.setFieldsValue({ villageIds: ids });
  };
  const townships = new Map(
    teams.unassigned.map(({ townshipId, townshipName }) => [townshipId, townshipName]),
  );
  const required = { required: true, message: text.missing };
  return (
    <SidePanel title={team?.name ?? text.addTeam} width={480} onClose={onClose}>
      <PanelPart>
        <Form
          {...tallFormLayout}
          form={form}
          initialValues={valuesOf(team)}
          onFinish={sent.submit}
          aria-label={team?.name ?? text.addTeam}
        >
          <Form.Item name="name" label={text.teamName} rules={[required]}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
          <Form.Item name="memberIds" label={text.members}>
            <Select
              mode="multiple"
              searchable
              aria-label={text.members}
              options={teams.evaluators.map(({ id, name, teamId }) => ({
                value: id,
                label: labelOf(name, teamId, team, teams, text),
                disabled: teamId !== null && teamId !== team?.id,
              }))}
            />
          </Form.Item>
          {townships.size > 0 && (
            <Form.Item label={text.addTownship} extra={text.addTownshipHint}>
              <Select
                value={null}
                aria-label={text.addTownship}
                placeholder={text.addTownship}
                options={[...townships].map(([value, label]) => ({ value, label }))}
                onChange={(value: string | null) => value && addTownship(value)}
              />
            </Form.Item>
          )}
          <Form.Item name="villageIds" label={text.villages} extra={text.villagesHint}>
            <Select
              mode="multiple"
              searchable
              aria-label={text.villages}
              options={villageOptions(team, teams, text)}
            />
          </Form.Item>
          {sent.problem && (
            <Form.Item>
              <ProblemAlert error={sent.problem} />
            </Form.Item>
          )}
          <div className={styles.acts}>
            <ActButton kind="primary" submits busy={sent.busy}>
              {team ? text.save : text.addTeam}
            </ActButton>
            {team && (
              <ActButton kind="danger" onClick={() => void remove(team, text, done)}>
                {text.removeTeam}
              </ActButton>
            )}
          </div>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}

type Text = ReturnType<typeof useText>['rounds'];

function valuesOf(team: EvaluationTeam | null): Values {
  return {
    name: team?.name ?? '',
    memberIds: team?.members.map(({ id }) => id) ?? [],
    villageIds: team?.villages.map(({ id }) => id) ?? [],
  };
}

function labelOf(
  name: string,
  teamId: string | null,
  team: EvaluationTeam | null,
  { items }: EvaluationTeams,
  text: Text,
): string {
  const other = items.find(({ id }) => id === teamId);
  return other && other.id !== team?.id ? `${name}（${text.otherTeam(other.name)}）` : name;
}

/** Own ones, those that nobody has, then those of the other teams. */
function villageOptions(team: EvaluationTeam | null, teams: EvaluationTeams, text: Text) {
  const option = ({ id, name, townshipName }: TeamVillage, other?: string) => ({
    value: id,
    label: `${townshipName} ${name}${other ? `（${text.otherTeam(other)}）` : ''}`,
  });
  return [
    ...(team?.villages ?? []).map((village) => option(village)),
    ...teams.unassigned.map((village) => option(village)),
    ...teams.items
      .filter(({ id }) => id !== team?.id)
      .flatMap(({ name, villages }) => villages.map((village) => option(village, name))),
  ];
}

const remove = ({ id, name, version }: EvaluationTeam, text: Text, done: () => Promise<void>) =>
  confirm({
    ...{ title: `${text.removeTeam}：${name}`, body: text.removeTeamBody, act: text.removeTeam },
    danger: true,
    run: async () => {
      await call(removeEvaluationTeam, { params: { id }, query: { version } });
      await done();
    },
  });
