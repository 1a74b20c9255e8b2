import type { RenderPage } from '../channels';
import type { Message } from '../conversation/message';
import type { Turn } from '../conversation/respond';
import type { Session } from '../conversation/session';

/** The conversation as the terminal programs use it: the centre with its content, and the renderer of all channels. */
export interface Guide {
  /** One turn; `session` is null for somebody new, `now` is epoch milliseconds. */
  readonly respond: (session: Session | null, message: Message, now: number) => Turn;
  readonly render: RenderPage;
  /** Whether the script has a question of this id. */
  readonly hasQuestion: (id: string) => boolean;
}
