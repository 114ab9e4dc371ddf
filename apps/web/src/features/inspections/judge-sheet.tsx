import { useQueryClient } from '@tanstack/react-query';
import { type Comparison, saveFieldScores } from '@xuanpai/contracts/field-comparisons';
import { Form, InputNumber } from 'antd';
import { call } from '../../lib/api.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { ActButton } from '../../ui/act-button.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { forgetInspections } from './queries.ts';

/** By village, then by criterion. */
type Values = Record<string, Record<string, number | null | undefined>>;

interface JudgeSheetProps {
  comparison: Comparison;
  judge: { id: string; name: string };
}

/** What one judge gave: a cell for each village and criterion. */
export function JudgeSheet({ comparison, judge }: JudgeSheetProps) {
  const text = useText().inspections;
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { inspectionId, criteria, villages, scores, editable, version } = comparison;
  const draft = useDraft(`comparison.${inspectionId}.${judge.id}`, form);
  const given: Values = {};
  for (const { villageId, criterionId, judgeId, points } of scores) {
    if (judgeId === judge.id) given[villageId] = { ...given[villageId], [criterionId]: points };
  }
  const sent = useFormAct(form, {
    send: (values: Values) =>
      call(saveFieldScores, {
        params: { id: inspectionId },
        body: { version, scores: changed(values) },
      }),
    onDone: async () => {
      draft.clear();
      await forgetInspections(client);
      showDone(text.scoresSaved(judge.name));
    },
  });

  function changed(values: Values) {
    return villages.flatMap((village) =>
      criteria.flatMap((criterion) => {
        const is = values[village.id]?.[criterion.id] ?? null;
        if (is === (given[village.id]?.[criterion.id] ?? null)) return [];
        const judgeId = judge.id;
        return [{ villageId: village.id, criterionId: criterion.id, judgeId, points: is }];
      }),
    );
  }

  return (
    <Form
      form={form}
      initialValues={given}
      onValuesChange={draft.onValuesChange}
      onFinish={sent.submit}
      aria-label={judge.name}
    >
      <PlainTable
        label={judge.name}
        rows={villages}
        rowKey={({ id }) => id}
        rowHeight={40}
        columns={[
          {
            key: 'village',
            title: text.village,
            width: 180,
            cell: ({ townshipName, name }) => text.where(townshipName, name),
          },
          ...criteria.map(({ id, name, most }) => ({
            key: id,
            title: name,
            unit: text.points(most),
            align: 'end' as const,
            cell: (village: Comparison['villages'][number]) => (
              <Form.Item name={[village.id, id]} noStyle>
                <InputNumber
                  min={0}
                  max={most}
                  precision={1}
                  controls={false}
                  disabled={!editable}
                  aria-label={`${village.name} ${name}`}
                />
              </Form.Item>
            ),
          })),
        ]}
      />
      {sent.problem && <ProblemAlert error={sent.problem} />}
      {editable && (
        <ActButton kind="secondary" submits busy={sent.busy}>
          {text.saveScores(judge.name)}
        </ActButton>
      )}
    </Form>
  );
}
