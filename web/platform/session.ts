import { ErrorResponse, UserManager, type User, WebStorageStateStore } from 'oidc-client-ts';
import { SCOPES } from '../../shared/contracts/route.ts';
import { unreachable } from './api-problem.ts';
import type { WebConfig } from './config.ts';

/** `ended`: there is no token until the person signs in again; what is on the screen stays. */
export type SessionState = 'signed-out' | 'signed-in' | 'ended';

/** `/` or a path below; never another site's address. */
const LOCAL_PATH = /^\/(?!\/)/;

/** Who is signed in, and the token that the API is called with. */
export class Session {
  readonly #manager: UserManager;
  readonly #config: WebConfig;
  readonly #origin: string;
  readonly #listeners = new Set<() => void>();
  #user: User | null = null;
  #isEnded = false;
  #renewal: Promise<string> | undefined;

  constructor(config: WebConfig, origin: string) {
    this.#config = config;
    this.#origin = origin;
    this.#manager = createManager(config, origin);
    this.#manager.events.addUserLoaded((loaded) => this.#load(loaded));
  }

  /** Finds whoever signed in before this page was loaded. */
  async open(): Promise<this> {
    this.#user = await this.#manager.getUser();
    return this;
  }

  readonly state = (): SessionState => {
    if (this.#user === null) return 'signed-out';
    return this.#isEnded ? 'ended' : 'signed-in';
  };

  readonly onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A token that is good now; waits while the person signs in again. Throws when they never signed in. */
  async token(): Promise<string> {
    if (this.#user === null) throw new Error('Nobody is signed in');
    return this.#user.expired === true ? this.#renew() : this.#user.access_token;
  }

  /** The API refused this token: a newer one, by the refresh token or by signing in again. */
  async tokenAfter(refused: string): Promise<string> {
    const current = this.#user?.access_token;
    return current === undefined || current === refused ? this.#renew() : current;
  }

  /** Leaves the page for the sign-in, and comes back to `path`. */
  signIn(path: string): Promise<void> {
    return this.#manager.signinRedirect({ state: path });
  }

  /** Signs in in a window of its own. Browsers open one only for a click. */
  async signInBeside(): Promise<void> {
    await this.#manager.signinPopup();
  }

  /** Where `/signed-in` leads on to; undefined in the window of `signInBeside`, which closes. */
  async finishSignIn(): Promise<string | undefined> {
    const finished = await this.#manager.signinCallback();
    if (finished === undefined) return undefined;
    const { state } = finished;
    return typeof state === 'string' && LOCAL_PATH.test(state) ? state : '/';
  }

  async signOut(): Promise<void> {
    await this.#manager.removeUser();
    location.assign(signOutAddress(this.#config, this.#origin));
  }

  /** However many requests were refused, the person is asked once. */
  #renew(): Promise<string> {
    return (this.#renewal ??= this.#renewNow().finally(() => (this.#renewal = undefined)));
  }

  async #renewNow(): Promise<string> {
    try {
      // Without a refresh token the library would try in a frame, which no page of the issuer allows.
      const fresh =
        this.#user?.refresh_token === undefined ? null : await this.#manager.signinSilent();
      if (fresh !== null) return fresh.access_token;
    } catch (error) {
      // Only a refusal of the issuer ends the session; without a network it may be as good as ever.
      if (!(error instanceof ErrorResponse)) throw unreachable();
    }
    return this.#signedInAgain();
  }

  #signedInAgain(): Promise<string> {
    const signedIn = new Promise<string>((resolve) => {
      const before = this.#user?.profile.sub;
      const stop = this.#manager.events.addUserLoaded((next) => {
        // What one person asked for is not sent as another.
        if (next.profile.sub !== before) return;
        stop();
        resolve(next.access_token);
      });
    });
    this.#change(this.#user, true);
    return signedIn;
  }

  /** Whoever signs in at a shared desk after somebody else must not go on in their page. */
  #load(user: User): void {
    const isSomebodyElse = this.#user !== null && this.#user.profile.sub !== user.profile.sub;
    if (isSomebodyElse) location.assign('/');
    else this.#change(user, false);
  }

  #change(user: User | null, isEnded: boolean): void {
    this.#user = user;
    this.#isEnded = isEnded;
    this.#listeners.forEach((listener) => listener());
  }
}

const createManager = (config: WebConfig, origin: string): UserManager =>
  new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: `${origin}/signed-in`,
    popup_redirect_uri: `${origin}/signed-in`,
    scope: ['openid', 'profile', ...SCOPES].join(' '),
    // Gone with the tab: desks are shared.
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
    loadUserInfo: false,
  });

/** Cognito has a way of its own to end a session, of which its discovery document says nothing. */
function signOutAddress({ signOutUrl, clientId }: WebConfig, origin: string): string {
  const address = new URL(signOutUrl);
  address.search = new URLSearchParams({
    client_id: clientId,
    logout_uri: `${origin}/signed-out`,
  }).toString();
  return address.href;
}
