import type { Meanings } from './meanings.ts';

/** What the database guarantees of the registers, batches and users. */
export const registerMeanings: Meanings = {
  cadre_id_number_hmac_key: {
    code: 'conflict',
    text: {
      zh: '这个身份证号已登记在另一名干部名下。',
      en: 'This ID number belongs to another cadre of the register.',
    },
  },
  unit_name_key: {
    code: 'conflict',
    text: { zh: '已有同名单位。', en: 'A unit of this name exists.' },
  },
  village_code_key: {
    code: 'conflict',
    text: { zh: '这个区划代码已登记。', en: 'This code is registered already.' },
  },
  user_username_key: {
    code: 'conflict',
    text: { zh: '这个用户名已被使用。', en: 'This user name is taken.' },
  },
  user_role_once: {
    code: 'conflict',
    text: { zh: '同一角色和范围不能重复授予。', en: 'A role with its scope is granted once.' },
  },
  batch_name_key: {
    code: 'conflict',
    text: { zh: '已有同名批次。', en: 'A batch of this name exists.' },
  },
};
