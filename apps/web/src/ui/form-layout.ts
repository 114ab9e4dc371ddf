/** How forms stand in pages and panels: `<Form {...formLayout}>`. */
export const formLayout = {
  layout: 'horizontal',
  labelCol: { flex: '84px' },
  labelAlign: 'left',
  colon: false,
  requiredMark: false,
  validateTrigger: 'onBlur',
  scrollToFirstError: { focus: true },
} as const;

/** Labels above the fields: narrow places and the telephone. */
export const tallFormLayout = {
  layout: 'vertical',
  colon: false,
  requiredMark: false,
  validateTrigger: 'onBlur',
  scrollToFirstError: { focus: true },
} as const;
