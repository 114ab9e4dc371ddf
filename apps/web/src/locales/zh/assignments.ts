export const assignments = {
  title: (day: string, count: number) => `${day} 在任${count}名。`,
};
