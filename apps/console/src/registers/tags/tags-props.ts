import type { RecordView, RegisterView } from '@wangge/contracts';

export interface TagsProps {
  readonly register: RegisterView;
  readonly record: RecordView;
}
