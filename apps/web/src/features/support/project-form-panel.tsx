import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createProject, type ProjectDetail, updateProject } from '@xuanpai/contracts/projects';
import { projectKinds, projectKindWords } from '@xuanpai/contracts/support-words';
import { Form, Input, Radio } from 'antd';
import { call } from '../../lib/api.ts';
import { useDay } from '../../lib/day.ts';
import { useDraft } from '../../lib/form.ts';
import { useFormAct } from '../../lib/form-act.ts';
import { useVillageOptions } from '../../lib/register-options.ts';
import { showDone } from '../../lib/undo.ts';
import { useText } from '../../locales/use-text.ts';
import { word } from '../../locales/word.ts';
import { FormEnd } from '../../ui/form-end.tsx';
import { formLayout } from '../../ui/form-layout.ts';
import { Select } from '../../ui/select.tsx';
import { PanelPart, SidePanel } from '../../ui/side-panel.tsx';
import { SourceFields, StageFields } from './project-parts.tsx';
import { bodyOf, type ProjectValues, valuesOf } from './project-values.ts';
import { forgetSupport, villageSupportQuery } from './queries.ts';

interface ProjectFormPanelProps {
  /** Null: a new one. */
  project: ProjectDetail | null;
  villageId?: string | null;
  onClose: () => void;
  onSaved: (project: ProjectDetail) => void;
}

/** A project's purpose, where its money is to come from, and by when what is done. */
export function ProjectFormPanel(props: ProjectFormPanelProps) {
  const { project, villageId = null, onClose, onSaved } = props;
  const text = useText().support;
  const client = useQueryClient();
  const { today } = useDay();
  const [form] = Form.useForm<ProjectValues>();
  const draft = useDraft(`project ${project?.id ?? 'new'}`, form);
  const chosen = Form.useWatch('villageId', form) ?? project?.villageId ?? villageId ?? '';
  const villages = useVillageOptions();
  const { data: village } = useQuery({
    ...villageSupportQuery(chosen, today),
    enabled: chosen !== '',
  });
  const sent = useFormAct(form, {
    send: (values: ProjectValues) => {
      const body = bodyOf(values);
      if (!project) {
        return call(createProject, { body: { villageId: values.villageId, ...body } });
      }
      const { id, version } = project;
      return call(updateProject, { params: { id }, body: { ...body, version } });
    },
    onDone: async (saved) => {
      draft.clear();
      await forgetSupport(client);
      showDone(text.projectSaved(saved.name));
      onSaved(saved);
    },
  });
  const required = { required: true, message: text.missing };
  return (
    <SidePanel
      title={project ? text.editProject : text.addProject}
      note={project?.name}
      width={520}
      onClose={onClose}
    >
      <PanelPart>
        <Form
          {...formLayout}
          form={form}
          initialValues={
            project
              ? valuesOf(project)
              : { kind: 'infrastructure', villageId, sources: [], milestones: [] }
          }
          onValuesChange={draft.onValuesChange}
          onFinish={sent.submit}
          aria-label={project ? text.editProject : text.addProject}
        >
          {!project && (
            <Form.Item name="villageId" label={text.village} rules={[required]}>
              <Select searchable aria-label={text.village} options={villages} />
            </Form.Item>
          )}
          <Form.Item name="name" label={text.project} rules={[required]}>
            <Input autoComplete="off" maxLength={80} />
          </Form.Item>
          <Form.Item name="kind" label={text.kind}>
            <Radio.Group
              options={projectKinds.map((value) => ({
                value,
                label: word(projectKindWords[value]),
              }))}
            />
          </Form.Item>
          <Form.Item name="purpose" label={text.purpose} rules={[required]}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
          <SourceFields form={form} village={village} />
          <StageFields />
          <FormEnd sent={sent}>{text.saveProject}</FormEnd>
        </Form>
      </PanelPart>
    </SidePanel>
  );
}
