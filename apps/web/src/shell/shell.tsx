import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Navigate, useLocation } from 'react-router';
import { useLanguage } from '../lib/language.ts';
import { queryClient } from '../lib/query-client.ts';
import { useSession } from '../lib/session.ts';
import { linkTo, paths } from '../paths.ts';
import { Frame } from './frame.tsx';

/** Everything behind the sign-in. Whoever isn't signed in is led there, and back afterwards. */
export function Shell() {
  const session = useSession();
  const language = useLanguage();
  const { pathname, search } = useLocation();
  if (session.status !== 'in') {
    return (
      <Navigate
        to={linkTo.signIn(pathname + search)}
        replace
        state={{ ended: session.status === 'out' && session.why === 'ended' }}
      />
    );
  }
  if (session.user.mustChangePassword) return <Navigate to={paths.firstPassword} replace />;
  if (session.user.mustSetSecondFactor) return <Navigate to={paths.secondFactor} replace />;
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={language === 'zh' ? zhCN : enUS}>
        <Frame />
      </ConfigProvider>
    </QueryClientProvider>
  );
}
