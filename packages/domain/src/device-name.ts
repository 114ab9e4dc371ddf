const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/QQBrowser/, 'QQ浏览器'],
  [/MicroMessenger/, '微信'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/Windows NT 6\.1/, 'Windows 7'],
  [/Windows NT 10/, 'Windows'],
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/UOS|Kylin/i, 'UOS/Kylin'],
  [/Linux/, 'Linux'],
];

/** Browser and system in words; null where the browser doesn't say. */
export function deviceName(userAgent: string): string | null {
  const browser = browsers.find(([pattern]) => pattern.test(userAgent))?.[1];
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return browser || system ? [browser, system].filter(Boolean).join(' · ') : null;
}
