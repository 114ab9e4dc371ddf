export const home = {
  tasks: '待我办理',
};
