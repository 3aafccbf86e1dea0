// Shows the OpenAPI document that #viewer names. Loaded after Swagger UI, which defines SwaggerUIBundle.
const viewer = document.querySelector('#viewer')

// Swagger UI is dark where its root says so.
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
follow()
dark.addEventListener('change', follow)

// What the page says itself, and the choice among one server.
const without = () => () => null

// What shows for itself what it is for is named for those who do not see it.
const hidden = (React, element, text) => React.createElement(element, { className: 'visually-hidden' }, text)
const labelled = (nameOf) => (Original, { React }) => (props) =>
  React.createElement('label', null, hidden(React, 'span', nameOf(props)), React.createElement(Original, props))

const ours = () => ({
  wrapComponents: {
    InfoContainer: without,
    ServersContainer: without,
    // Our calls have no tags: a heading in place of the one that they would be gathered under.
    OperationTag:
      (_Original, { React }) =>
      ({ children }) =>
        React.createElement('section', null, hidden(React, 'h2', 'Calls'), children),
    OperationSummary:
      (Original, { React }) =>
      (props) =>
        React.createElement(
          React.Fragment,
          null,
          hidden(React, 'h3', props.operationProps.get('operationId')),
          React.createElement(Original, props),
        ),
    // A link inside of the button that opens the call would be a second stop of the Tab key for the same.
    DeepLink:
      (_Original, { React }) =>
      ({ text }) =>
        React.createElement('span', null, text),
    TextArea: labelled(() => 'Request body'),
    ExamplesSelect: labelled(() => 'Outcome'),
    JsonSchemaForm: labelled(({ description, keyName }) => description || keyName || 'Value'),
  },
  statePlugins: {
    spec: {
      wrapActions: {
        // No page may set a session cookie, and the browser sends the one of a log-in anyway.
        updateJsonSpec: (update) => (document) => {
          delete document.components?.securitySchemes?.cookie
          return update(document)
        },
      },
    },
  },
})

SwaggerUIBundle({
  domNode: viewer,
  url: viewer.dataset.openapi,
  plugins: [ours],
  // A call has an address: #/default/<call>.
  deepLinking: true,
  // Every form is ready to be filled in; a schema is shown with the call that it belongs to.
  tryItOutEnabled: true,
  defaultModelsExpandDepth: -1,
  displayRequestDuration: true,
  // No foreign host is asked whether the document is valid.
  validatorUrl: null,
})
