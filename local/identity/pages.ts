import { both, html, page, pageHeaders } from './page-frame.ts';

/** A page of the issuer with the headers that it must be sent with. */
export interface Page {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function problemPage(what: string): Page {
  const body = html` <h1>${both('Chưa đăng nhập được', 'Not signed in')}</h1>
    <p>Phiên đăng nhập đã hết hạn hoặc yêu cầu không đúng. Hãy trở lại trang trước và thử lại.</p>
    <p lang="en" class="en">
      The sign-in has expired or the request is wrong. Go back and try again.
    </p>
    <p><code lang="en">${what}</code></p>`;
  return { headers: pageHeaders(), body: page('Chưa đăng nhập được – 1022', body) };
}

/** Cognito signs out without a question, so this form sends itself where scripts run. */
const SEND_ITSELF = `document.querySelector('button').click();`;

/** `form` is oidc-provider's, with its protection against forged requests. */
export function signOutPage(form: string): Page {
  const body = html` <h1>${both('Đăng xuất 1022', 'Sign out of 1022')}</h1>
    ${{ html: form }}
    <button class="main" form="op.logoutForm" name="logout" value="yes">
      ${both('Đăng xuất', 'Sign out')}
    </button>`;
  return {
    headers: pageHeaders(SEND_ITSELF),
    body: page('Đăng xuất 1022', body, SEND_ITSELF),
  };
}

export const signedOutPage = (): Page => ({
  headers: pageHeaders(),
  body: page('Đã đăng xuất – 1022', html`<h1>${both('Đã đăng xuất', 'Signed out')}</h1>`),
});
