/** How the name of somebody other than a person ends, by its length in characters. */
const endings: Readonly<Record<number, RegExp>> = {
  3: /(局|办|委|所|站|院|校|厂|部|处|集体|中心|学校|公司|政府|街道)$/,
  4: /(局|办|委|所|站|院|校|厂|部|处|社|会|司|村|镇|乡|集体|中心|支部|政府|街道|财政)$/,
};

/**
 * B4: whether an account is by its holder's name somebody's own, whoever that is: two to four Chinese
 * characters that don't end as an office's name does, a name with the dot of other nationalities, a
 * name in Latin letters, or one that says 个人. What it is judged by is the name alone: whether somebody
 * is on the register is not told, and who enters a payment makes no difference.
 */
export function isPersonalPayee(payee: string): boolean {
  const name = payee.replace(/\s|[（(][^（()）]*[)）]/g, '');
  if (/个人|本人/.test(payee)) return true;
  if (/^\p{Script=Han}+[·•‧∙⋅・･]\p{Script=Han}+$/u.test(name)) return true;
  if (/^[a-z.'’-]+$/i.test(name)) return true;
  if (!/^\p{Script=Han}{1,4}$/u.test(name)) return false;
  return !(endings[[...name].length]?.test(name) ?? false);
}
