/** The API of the page (docs/page.md). Everything it answers is data of strangers: show it as text only. */

/** What the API could not do: `status` 0 where the server does not answer at all. */
export class ApiError extends Error {
  constructor(status, message, parameter) {
    super(message);
    this.status = status;
    this.parameter = parameter;
  }
}

/** Address of a request; lists repeat their parameter, what is null or empty is left out. */
export function apiAddress(path, parameters) {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(parameters)) {
    for (const one of [value ?? []].flat()) {
      if (one !== '') {
        search.append(key, one);
      }
    }
  }
  const text = search.toString();
  return 'api/' + path + (text ? '?' + text : '');
}

/** Asks; `signal` gives the request up when the view is left. */
export function get(path, parameters, signal) {
  return request(apiAddress(path, parameters), { signal });
}

/** Sends; the header shows that the request comes from this page and not from a form of another site. */
export function post(path, parameters, body) {
  return request(apiAddress(path, parameters), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-VoC': '1' },
    body: JSON.stringify(body),
  });
}

async function request(url, options) {
  let response;
  try {
    response = await fetch(url, { ...options, credentials: 'same-origin' });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError(0, '');
  }
  let body = {};
  try {
    body = await response.json();
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    if (response.ok) {
      throw new ApiError(response.status, '');
    }
  }
  if (!response.ok) {
    throw new ApiError(response.status, body.error ?? '', body.parameter);
  }
  return body;
}
