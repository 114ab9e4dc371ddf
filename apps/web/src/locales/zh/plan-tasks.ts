/** What is done until the plan is published. */
export const planTasks = {
  createBatch: {
    title: '新建批次',
    state: '还没有批次',
    act: '去新建',
    primary: '新建批次',
  },
  importRegisters: {
    title: '导入名册和人选',
    state: (missing: string) => (missing === '' ? '名册还不全' : `还缺${missing}`),
    act: '去导入',
    primary: '导入名册',
  },
  registerContacts: {
    title: '登记派出单位第一责任人、联络员',
    state: (units: number) => `${units}个单位未登记`,
    act: '去登记',
    primary: '登记单位联络员',
  },
  fixNominees: {
    title: '更正或更换不符合条件的人选',
    state: (district: number, township: number) =>
      [district > 0 ? `区直${district}名` : '', township > 0 ? `镇街${township}名` : '']
        .filter((part) => part !== '')
        .join('、'),
    act: '去处理',
    primary: '处理不符合人选',
  },
  studyAges: {
    title: '研究超龄人选',
    state: (people: number) => `${people}名超过一般年龄，待研究`,
    act: '去研究',
    primary: '研究超龄人选',
  },
  confirmMembership: {
    title: '确认人选转正时间',
    state: (people: number) => `${people}名为推定转正`,
    act: '去确认',
    primary: '确认转正时间',
  },
  coverVillages: {
    title: '明确村由谁选派',
    state: (villages: number, names: string) =>
      names === '' ? `${villages}个村未定` : `${villages}个村未定：${names}`,
    act: '去处理',
    primary: '明确未定的村',
  },
  solvePlan: {
    title: '测算选派方案',
    state: (placeable: number, places: number) =>
      placeable >= places
        ? `可排满${places}个岗位`
        : `${places - placeable}名处理后可排满${places}个岗位`,
    act: '去测算',
    primary: '测算方案',
  },
  approvePlan: {
    title: '登记方案审定',
    state: (filled: number, places: number) => `已排${filled}/${places}个岗位`,
    act: '去登记',
    primary: '登记审定',
  },
  confirmPlan: {
    title: '确认印发方案',
    state: (people: number) => `${people}名任职安排待确认`,
    act: '去确认',
    primary: '确认印发',
  },
  publishPlan: {
    title: '印发方案',
    state: (people: number) => `${people}名任职安排可以印发`,
    act: '去印发',
    primary: '印发方案',
  },
  createUsers: {
    title: '建立用户',
    state: '各部门、镇街、单位还没有账号',
    act: '去建立',
    primary: '建立用户',
  },
};
