import type { SelectProps as AntdSelectProps } from 'antd';
import { Select as AntdSelect } from 'antd';
import { useText } from '../locales/use-text.ts';
import { Icon } from './icon.tsx';

export interface SelectProps<V> extends AntdSelectProps<V> {
  /** Takes letters to find the option by its label. */
  searchable?: boolean;
}

/** antd's Select with our arrow and words; `mode="multiple"` for several. */
export function Select<V>({ searchable = false, ...rest }: SelectProps<V>) {
  const text = useText().ui;
  return (
    <AntdSelect<V>
      suffixIcon={<Icon name="down" size={14} />}
      notFoundContent={text.notFound}
      popupMatchSelectWidth={false}
      virtual={false}
      {...(searchable ? { showSearch: { optionFilterProp: 'label' } } : {})}
      {...rest}
    />
  );
}
