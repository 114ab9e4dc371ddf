/** What is done with a month: signed, handed in, returned, confirmed, corrected. */
export const attendanceActs = {
  signAll: {
    title: '记下本人签字',
    body: (people: number) =>
      `给${people}名还没有签字、也没有异议的干部记下签字日期。请先核对纸质考勤表。`,
    date: '签字日期',
    act: (people: number) => `记下${people}人签字`,
  },
  acts: {
    sign: '签字',
    submit: '报送本月考勤',
    withdraw: '撤回修改',
    confirm: '确认本月考勤',
    return: '退回…',
    askCorrection: '申请更正…',
    approveCorrection: '同意更正',
    refuseCorrection: '不同意更正…',
  },
  blocked: {
    left: (count: number) => `还差${count}项，见下方清单。`,
    needsHead: '须先由镇街负责人签字。',
    unsaved: '还有没有保存的改动。',
  },
  ask: {
    sign: {
      title: (what: string) => `签字：${what}`,
      body: (people: number, short: number) =>
        short === 0
          ? `${people}名干部的考勤将定为一版，由您签字负责。`
          : `${people}名干部的考勤将定为一版，由您签字负责；其中${short}人不足，原因随表报送。`,
    },
    submit: {
      title: (what: string) => `报送：${what}`,
      body: (people: number, short: number) =>
        short === 0
          ? `${people}名干部的考勤将报送区委组织部。`
          : `${people}名干部的考勤将报送区委组织部；其中${short}人不足，原因随表报送。`,
    },
    withdraw: {
      title: (what: string) => `撤回：${what}`,
      body: '签字和报送作废，改好后重新签字报送。',
    },
    confirm: {
      title: (what: string) => `确认：${what}`,
      body: (people: number, contradictions: number) =>
        contradictions === 0
          ? `${people}名干部的考勤确认后锁定，再改须申请更正。`
          : `还有${contradictions}处不一致没有处理。${people}名干部的考勤确认后锁定，再改须申请更正。`,
    },
    return: {
      title: (what: string) => `退回：${what}`,
      body: '镇街改好后重新签字报送。',
      reason: '退回原因',
      remarks: (count: number) => `逐格指出${count}处`,
      noRemarks: '先在表中选一格，再点“退回时指出这一格”，可逐格说明。',
      remarkReason: (where: string) => `${where}的原因`,
      drop: '不指出',
    },
    askCorrection: {
      title: (what: string) => `申请更正：${what}`,
      body: '区里同意后考勤表重新打开，改好后成为新的一版，原来的一版保留。',
      reason: '哪里要更正，为什么',
    },
    approveCorrection: {
      title: (what: string) => `同意更正：${what}`,
      body: (by: string, reason: string) =>
        `${by}申请：${reason}。同意后考勤表重新打开，已确认的一版保留。`,
    },
    refuseCorrection: {
      title: (what: string) => `不同意更正：${what}`,
      body: (by: string, reason: string) => `${by}申请：${reason}。`,
      reason: '不同意的原因',
    },
    absence: {
      title: (who: string, day: string) => `认定${who}${day}旷工`,
      body: '未到岗改为旷工，随表报送，不能撤销。须先听取本人说明。',
      heardOn: '听取说明的日期',
      statement: '本人怎么说',
      documentNumber: '文号（可不填）',
      act: '认定旷工',
    },
    done: {
      sign: '已签字',
      submit: '已报送',
      withdraw: '已撤回，可以修改',
      confirm: '已确认',
      return: '已退回',
      askCorrection: '已申请更正',
      approveCorrection: '已同意，考勤表重新打开',
      refuseCorrection: '已答复不同意',
      absence: '已认定旷工',
    },
  },
  correction: (by: string, reason: string) => `${by}申请更正：${reason}`,
  editions: {
    open: '各版',
    title: '考勤表的各版',
    none: '还没有签字，没有定稿。',
    edition: (revision: number) => `第${revision}版`,
    signed: (by: string, at: string) => `${by}签字，${at}`,
    confirmed: (by: string, at: string) => `${by}确认，${at}`,
    changed: (count: number) => `与上一版不同${count}格`,
    first: '第一版',
    whole: '看整张',
    backToNow: '回到现在的表',
    showing: (revision: number) => `正在看第${revision}版，只读。`,
    framed: (count: number, against: number) => `与第${against}版不同的${count}格加了框。`,
    wasIn: (revision: number, what: string) => `第${revision}版为“${what}”`,
    differences: (count: number) => (count === 0 ? '与上一版没有不同。' : `不同的${count}格`),
    was: '原来',
    is: '现在',
    events: '经过',
    event: (act: string, by: string) => `${act}，${by}`,
    acts: {
      sign: '签字',
      submit: '报送',
      withdraw: '撤回',
      confirm: '确认',
      return: '退回',
      askCorrection: '申请更正',
      approveCorrection: '同意更正',
      refuseCorrection: '不同意更正',
      reopen: '因上月更正重新打开',
    },
  },
};
