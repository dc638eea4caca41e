import type { RegisterView } from '@wangge/contracts';
import type { ReactNode } from 'react';
import { Link, Navigate } from 'react-router-dom';
import { useTexts } from '../i18n/use-texts';
import { useMay } from '../layout/use-me';
import { Empty, ErrorNotice, Notice, Skeleton } from '../ui/Notice';
import { registerAddress } from './register-address';
import { useRegisters } from './register-queries';

interface WithRegisterProps {
  readonly name: string;
  readonly children: (register: RegisterView) => ReactNode;
}

/** Shows its page once the register's definition is there; says so where the viewer has no such register. */
export function WithRegister({ name, children }: WithRegisterProps) {
  const t = useTexts();
  const may = useMay('register.read');
  const { data, error, refetch } = useRegisters();
  if (!may) return <NoRegisters />;
  if (error && !data) {
    return (
      <div className="page">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) return <Skeleton lines={12} height={20} />;
  const register = data.items.find((item) => item.name === name);
  if (register) return children(register);
  return (
    <div className="page">
      <Notice kind="warning">
        <span>{t('console.registers.unknown')}</span>
        <Link to="/registers">{t('console.registers')}</Link>
      </Notice>
    </div>
  );
}

/** 登记库 without a name is the first one. */
export function FirstRegister() {
  const { data } = useRegisters();
  const may = useMay('register.read');
  const [first] = data?.items ?? [];
  if (first) return <Navigate to={registerAddress(first.name)} replace />;
  return may && !data ? <Skeleton lines={12} height={20} /> : <NoRegisters />;
}

function NoRegisters() {
  const t = useTexts();
  return <Empty title={t('console.registers.none')}>{t('console.registers.none-why')}</Empty>;
}
